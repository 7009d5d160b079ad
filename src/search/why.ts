import type { Reader } from '../engine/engine.ts';
import { labelOf, labelOfValue } from '../query/filters.ts';
import type { ReadTerm } from '../query/parse.ts';
import { subjectByCode } from '../subjects/lookup.ts';
import { foldString } from '../text/normal-form.ts';
import type { Reason } from './answer.ts';
import type { Census } from './census.ts';
import { searchUrl } from './links.ts';
import { literalMatch } from './literal-match.ts';
import { nearestSubject, respelled } from './nearest.ts';
import { prepareSearch, type Search } from './prepare-search.ts';
import { filterFacets, listParameters, type SearchRequest } from './request.ts';
import { withoutRanges } from './toggle.ts';

/** In a query of more terms than these no term is tried without, and only so many are looked up alone; a last reason says so. */
const MOST_TERMS = 20;

/** A search that differs in one thing, and how it is offered: `message` is completed by the count of its hits. */
interface Alternative {
  readonly kind: Reason['kind'];
  readonly message: string;
  readonly request: SearchRequest;
}

/**
 * Why nothing was found: what was probably meant, and for each filter and each term what the same search gives without it, counted by running it, the
 * most helpful first; terms that stand nowhere in the index. At least one reason always.
 */
export async function explainSilence(reader: Reader, census: Census, search: Search, base: string): Promise<Reason[]> {
  if ((await census.size()) === 0) return [{ kind: 'empty', message: '索引中还没有任何报告', count: 0, url: null }];
  const offered: Reason[] = [];
  for (const { kind, message, request } of [...(await nearAlternatives(census, search)), ...alternativesTo(search)]) {
    const { total } = (await prepareSearch(reader, census, request)).answer;
    offered.push({ kind, message: `${message}：${total} 条`, count: total, url: searchUrl(base, request) });
  }
  const helpful = offered.sort((a, b) => Number(b.kind === 'spelling') - Number(a.kind === 'spelling') || (b.count ?? 0) - (a.count ?? 0));
  return [...(await absentTerms(census, search)), ...helpful, ...untried(search)];
}

/** What was probably meant: quoted terms with their slips put right; for a term that stands nowhere the subject of the code, or with a near name. */
async function nearAlternatives(census: Census, { request, parsed }: Search): Promise<Alternative[]> {
  const sought = parsed.terms.filter(isSought).slice(0, MOST_TERMS);
  const better = await respelled(request.q, sought, census);
  const alternatives: Alternative[] =
    better === null
      ? []
      : [{ kind: 'spelling', message: `或许想找“${better.words.join('”“')}”`, request: { ...request, q: better.q, page: 1 } }];
  for (const term of better === null ? sought : []) {
    if (await stands(term, census)) continue;
    const coded = subjectByCode(foldString(term.text));
    const subject = coded ?? (await nearestSubject(term.text, census));
    if (subject === null) continue;
    const changed = { ...request, q: withoutRanges(request.q, [term]), code: [subject.code], page: 1 };
    const what = coded === null ? '名称相近的科目' : '归入科目（不论是否印有编码）';
    alternatives.push({ kind: 'term', message: `${what} ${subject.code} ${subject.name}`, request: changed });
  }
  return alternatives;
}

const stands = async ({ text }: ReadTerm, census: Census): Promise<boolean> => {
  const folded = foldString(text);
  return (await census.count(literalMatch(folded), folded)) > 0;
};

function alternativesTo(search: Search): Alternative[] {
  const filters = withoutEachFilter(search);
  return [...widerLevel(search), ...filters, ...(filters.length > 1 ? [withoutFilters(search)] : []), ...withoutEachTerm(search)];
}

const widerLevel = ({ request }: Search): Alternative[] =>
  request.match === 'auto' || request.match === 'any'
    ? []
    : [{ kind: 'term', message: '放宽为含任一关键词', request: { ...request, match: 'any', page: 1 } }];

function withoutEachFilter({ request, conditions }: Search): Alternative[] {
  const alternatives: Alternative[] = [];
  for (const facet of [...filterFacets, 'code'] as const) {
    const condition = facet === 'code' ? conditions.codes : conditions.filters.facets[facet];
    if (!condition || condition.include.length + condition.exclude.length === 0) continue;
    const names = [
      ...condition.include.map((value) => labelOfValue(facet, value)),
      ...condition.exclude.map((value) => `不含${labelOfValue(facet, value)}`),
    ];
    const typed = conditions.typed.filter((one) => one.facet === facet).map((one) => one.typed);
    const changed = { ...request, q: withoutRanges(request.q, typed), [facet]: [], page: 1 };
    alternatives.push({ kind: 'filter', message: `不限${labelOf(facet)}（现为 ${names.join('、')}）`, request: changed });
  }
  if (request.measure.length > 0)
    alternatives.push({
      kind: 'filter',
      message: `不限指标（现为 ${request.measure.join('、')}）`,
      request: { ...request, measure: [], page: 1 },
    });
  if (conditions.filters.fen !== null)
    alternatives.push({ kind: 'filter', message: '不限金额', request: withoutAmount(request, conditions) });
  if (request.report.length > 0)
    alternatives.push({ kind: 'filter', message: '在全部报告中检索', request: { ...request, report: [], page: 1 } });
  return alternatives;
}

/** `min` and `max` are left out whole: an absent parameter has no bound. */
function withoutAmount({ min: _min, max: _max, ...request }: SearchRequest, { typed }: Search['conditions']): SearchRequest {
  const ranges = typed.filter((one) => one.facet === 'amount').map((one) => one.typed);
  return { ...request, q: withoutRanges(request.q, ranges), page: 1 };
}

function withoutFilters({ request, conditions }: Search): Alternative {
  const typed = conditions.typed.map((one) => one.typed);
  const none = Object.fromEntries(listParameters.map((name) => [name, []]));
  return {
    kind: 'filter',
    message: '去掉全部筛选',
    request: { ...withoutAmount(request, { ...conditions, typed: [] }), ...none, measure: [], q: withoutRanges(request.q, typed) },
  };
}

/** Without the only term there is no search left; of very many terms no single one decides. */
function withoutEachTerm({ request, parsed }: Search): Alternative[] {
  if (parsed.terms.length < 2 || parsed.terms.length > MOST_TERMS) return [];
  return parsed.terms.map((term) => ({
    kind: 'term',
    message: term.kind === 'exclude' ? `不排除“${term.text}”` : `去掉“${term.text}”`,
    request: { ...request, q: withoutRanges(request.q, [term]), page: 1 },
  }));
}

/** The terms that no document of the index holds as typed. */
async function absentTerms(census: Census, { parsed }: Search): Promise<Reason[]> {
  const reasons: Reason[] = [];
  for (const term of parsed.terms.filter(isSought).slice(0, MOST_TERMS)) {
    if (await stands(term, census)) continue;
    reasons.push({ kind: 'term', message: `收录的报告中没有“${term.text}”这几个字`, count: 0, url: null });
  }
  return reasons;
}

const isSought = (term: ReadTerm): boolean => term.kind !== 'exclude' && term.kind !== 'amount';

function untried({ parsed }: Search): Reason[] {
  const more = parsed.terms.length - MOST_TERMS;
  return more > 0
    ? [{ kind: 'term', message: `检索词共 ${parsed.terms.length} 个，只逐一核对了前 ${MOST_TERMS} 个`, count: null, url: null }]
    : [];
}
