import { labelOf, labelOfValue } from '../query/filters.ts';
import type { ReadTerm } from '../query/parse.ts';
import type { Alternative } from './alternative.ts';
import { type Level, levels } from './answer.ts';
import type { Search } from './prepare-search.ts';
import { filterFacets, listParameters, type SearchRequest } from './request.ts';
import { withoutRanges } from './toggle.ts';
import { shownCode } from './typed-codes.ts';

/** In a query of more terms than these none is left out or tried by itself, and only so many are looked for in the index. */
export const MOST_TERMS = 20;

/** The same search with each filter left out, and with all of them. */
export function withoutFilters(search: Search): Alternative[] {
  const each = withoutEachFilter(search);
  return each.length > 1 ? [...each, withoutAnyFilter(search)] : each;
}

function withoutEachFilter({ request, conditions }: Search): Alternative[] {
  const alternatives: Alternative[] = [];
  for (const facet of [...filterFacets, 'code'] as const) {
    const condition = facet === 'code' ? conditions.codes : conditions.filters.facets[facet];
    if (!condition || condition.include.length + condition.exclude.length === 0) continue;
    const nameOf = (value: string | null) => labelOfValue(facet, value !== null && facet === 'code' ? shownCode(value) : value);
    const names = [...condition.include.map(nameOf), ...condition.exclude.map((value) => `不含${nameOf(value)}`)];
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

function withoutAnyFilter({ request, conditions }: Search): Alternative {
  const typed = conditions.typed.map((one) => one.typed);
  const none = Object.fromEntries(listParameters.map((name) => [name, []]));
  return {
    kind: 'filter',
    message: '去掉全部筛选',
    request: { ...withoutAmount(request, { ...conditions, typed: [] }), ...none, measure: [], q: withoutRanges(request.q, typed) },
  };
}

/** The same search without each term. Without the only thing sought all would be found that is not excluded; of very many terms no single one decides. */
export function withoutEachTerm({ request, parsed: { terms } }: Search): Alternative[] {
  if (terms.length > MOST_TERMS) return [];
  const sought = terms.filter(({ kind }) => kind !== 'exclude');
  const leavable = sought.length > 1 ? terms : terms.filter((term) => !sought.includes(term));
  return leavable.map((term) => ({
    kind: 'term',
    message: term.kind === 'exclude' ? `不排除“${term.text}”` : `去掉“${term.text}”`,
    request: { ...request, q: withoutRanges(request.q, [term]), page: 1 },
  }));
}

/** The same search for each term by itself; of two terms that is the same as without the other. */
export function eachTermAlone({ request, parsed }: Search): Alternative[] {
  const { terms } = parsed;
  if (terms.length < 3 || terms.length > MOST_TERMS) return [];
  const without = (kept: ReadTerm) =>
    withoutRanges(
      request.q,
      terms.filter((term) => term !== kept),
    );
  return terms
    .filter(({ kind }) => kind !== 'exclude')
    .map((term) => ({ kind: 'term', message: `只查“${term.text}”`, request: { ...request, q: without(term), page: 1 } }));
}

const levelMessages: Readonly<Record<Exclude<Level, 'literal'>, string>> = {
  words: '放宽为含全部关键词',
  any: '放宽为含任一关键词',
};

/** The wider levels that have something. */
export const widerLevels = ({ request, level, counts }: Search): Alternative[] =>
  (['words', 'any'] as const)
    .filter((wider) => levels.indexOf(wider) > levels.indexOf(level) && counts[wider] > 0)
    .map((wider) => ({ kind: 'term', message: levelMessages[wider], request: { ...request, match: wider, page: 1 } }));
