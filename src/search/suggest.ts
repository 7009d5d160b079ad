import { z } from 'zod';
import type { Engine, MatchAnswer, Reader } from '../engine/engine.ts';
import { subjects } from '../subjects/load.ts';
import { namesOf, subjectByCode } from '../subjects/lookup.ts';
import { codesAbove } from '../subjects/subject.ts';
import { foldString } from '../text/normal-form.ts';
import { domainWords } from '../text/word-weight.ts';
import { type Census, censusOf } from './census.ts';
import { departmentsCalled, mayEndName } from './department-alias.ts';
import { searchUrl } from './links.ts';
import { literalMatch } from './literal-match.ts';
import { prepareSearch } from './prepare-search.ts';
import { defaultRequest, listParameters, type SearchRequest } from './request.ts';
import { correctSpelling } from './spelling.ts';
import { withoutRanges } from './toggle.ts';

/** `count` documents stand behind `url`. `note` says by which other name it was found. */
const suggestionSchema = z.object({ text: z.string(), note: z.string().nullable(), count: z.int(), url: z.string() }).readonly();
export type Suggestion = z.infer<typeof suggestionSchema>;

export const suggestAnswerSchema = z
  .object({
    q: z.string(),
    subjects: z.array(suggestionSchema.unwrap().extend({ code: z.string() }).readonly()).readonly(),
    departments: z.array(suggestionSchema).readonly(),
    terms: z.array(suggestionSchema).readonly(),
    /** What was probably meant by a last term that stands nowhere. */
    didYouMean: suggestionSchema.nullable(),
  })
  .readonly();
export type SuggestAnswer = z.infer<typeof suggestAnswerSchema>;

const MOST = 8;
/** Words looked up in the index for one answer. */
const MOST_COUNTED = 10;
/** Nobody types longer names; the rest of a pasted text suggests nothing. */
const LONGEST = 40;

export interface SuggestOptions {
  /** The page of a search. */
  readonly urlOf?: (request: SearchRequest) => string;
  /** The search that is being changed: its filters and its order stay, and counts are of what they let through. A suggested subject or department takes the place of chosen and typed ones. */
  readonly within?: SearchRequest;
}

/** What the last term of a query may become, by its beginning or a part of it; only what some document has. Throws EngineUnavailableError. */
export async function suggest(
  engine: Engine,
  q: string,
  { urlOf = (request) => searchUrl('', request), within = defaultRequest }: SuggestOptions = {},
): Promise<SuggestAnswer> {
  const { before, last } = splitLast(q);
  const folded = foldString(last);
  if (folded === '' || folded.length > LONGEST) return { q, subjects: [], departments: [], terms: [], didYouMean: null };
  return engine.read(async (reader) => {
    const census = censusOf(engine, reader);
    const asked: Asked = { folded, before, urlOf, within, reader, census, behind: await lookBehind(reader, census, before.trim(), within) };
    const [subjectsFound, departments, terms] = [findSubjects(asked), await findDepartments(asked), await findTerms(asked)];
    return { q, subjects: subjectsFound, departments, terms, didYouMean: await findSlip(asked) };
  });
}

interface Asked {
  readonly folded: string;
  /** What was typed before the last term. */
  readonly before: string;
  readonly urlOf: (request: SearchRequest) => string;
  readonly within: SearchRequest;
  readonly reader: Reader;
  readonly census: Census;
  readonly behind: Behind;
}

/** What was typed before the last term, under the filters in force. */
interface Behind {
  /** How many documents it finds under each code and in each department, whichever of them are chosen. */
  readonly counts: MatchAnswer['counts'];
  /** It without the filters of a facet that were typed: `科目:206 贴息` is 贴息. */
  without(facet: 'code' | 'department'): string;
}

async function lookBehind(reader: Reader, census: Census, before: string, within: SearchRequest): Promise<Behind> {
  if (before === '' && !isFiltered(within)) return { counts: await census.facetCounts(), without: () => before };
  const { levelled, conditions, level } = await prepareSearch(reader, census, { ...within, q: before });
  const wanted = { filters: conditions.filters, facets: ['code', 'department'], order: 'source', from: 0, size: 0 } as const;
  const { counts } = await reader.match(levelled.matches[level], wanted);
  const typedOf = (facet: string) => conditions.typed.filter((one) => one.facet === facet).map((one) => one.typed);
  return { counts, without: (facet) => withoutRanges(before, typedOf(facet)) };
}

const isFiltered = ({ min, max, ...request }: SearchRequest): boolean =>
  min !== undefined || max !== undefined || listParameters.some((name) => request[name].length > 0);

/** How many documents a search finds. */
const totalOf = async ({ reader, census, within }: Asked, q: string): Promise<number> =>
  (await prepareSearch(reader, census, { ...within, q })).answer.total;

const LAST_TERM = /\S*$/u;

function splitLast(q: string): { readonly before: string; readonly last: string } {
  const typed = q.slice(-2 * LONGEST);
  const last = LAST_TERM.exec(typed)?.[0] ?? '';
  return { before: q.slice(0, q.length - last.length), last };
}

/** By code or by a name, present or former: counted with everything beneath it. Those that begin with what was typed come first, then by count. */
function findSubjects({ folded, urlOf, within, behind }: Asked) {
  const counts = countsUnder(behind.counts.get('code') ?? new Map());
  const q = behind.without('code');
  const found = subjects.flatMap((subject) => {
    const count = counts.get(subject.code) ?? 0;
    if (count === 0) return [];
    const name = namesOf(subject).find((one) => foldString(one).includes(folded));
    const byCode = subject.code.startsWith(folded);
    if (name === undefined && !byCode) return [];
    const url = urlOf({ ...within, q, code: [subject.code] });
    const note = name === undefined || name === subject.name ? parentName(subject.parent) : `原名${name}`;
    return [{ text: subject.name, code: subject.code, note, count, url, first: byCode || foldString(name ?? '').startsWith(folded) }];
  });
  return best(found).map(({ first: _, ...suggestion }) => suggestion);
}

const parentName = (code: string | null): string | null => (code === null ? null : (subjectByCode(code)?.name ?? null));

/** How many documents stand under each code: those of the code itself and of all beneath it. */
function countsUnder(counts: ReadonlyMap<string | null, number>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [code, count] of counts)
    for (const above of code === null ? [] : codesAbove(code)) sums.set(above, (sums.get(above) ?? 0) + count);
  return sums;
}

/** What short names of departments mostly end in. */
const BODIES = ['局', '委', '办', '中心'] as const;

/** What was typed as a short name; while its last word is still missing, with each that may come: 科经 may become 科经局. */
const shortNamesFrom = (folded: string): string[] => (mayEndName(folded) ? [folded] : BODIES.map((body) => folded + body));

/** Those of which some document is found. */
async function findDepartments({ folded, urlOf, within, census, behind }: Asked): Promise<Suggestion[]> {
  const counts = behind.counts.get('department') ?? new Map<string | null, number>();
  const q = behind.without('department');
  const names = (await census.values()).get('department') ?? [];
  const called = new Set(shortNamesFrom(folded).flatMap((short) => departmentsCalled(short, names)));
  const found = names.flatMap((name) => {
    const own = foldString(name);
    const count = counts.get(name) ?? 0;
    if (count === 0 || (!called.has(name) && !own.includes(folded))) return [];
    const url = urlOf({ ...within, q, department: [name] });
    return [{ text: name, note: null, count, url, first: called.has(name) || own.startsWith(folded) }];
  });
  return best(found).map(({ first: _, ...suggestion }) => suggestion);
}

/** Words of the accounts that begin with what was typed or hold it, the usual ones first: those that the index holds and with which the search finds anything. */
async function findTerms(asked: Asked): Promise<Suggestion[]> {
  const { folded, before, urlOf, within, census } = asked;
  const known = domainWords().filter((word) => word !== folded && word.includes(folded));
  const candidates = [...known.filter((word) => word.startsWith(folded)), ...known.filter((word) => !word.startsWith(folded))];
  const found = await Promise.all(
    candidates.slice(0, MOST_COUNTED).map(async (word): Promise<Suggestion> => {
      const q = before + word;
      const stands = (await census.count(literalMatch(word), word)) > 0;
      return { text: q, note: null, count: stands ? await totalOf(asked, q) : 0, url: urlOf({ ...within, q }) };
    }),
  );
  return found.filter(({ count }) => count > 0).slice(0, MOST);
}

async function findSlip(asked: Asked): Promise<Suggestion | null> {
  const { folded, before, urlOf, within, census } = asked;
  if ((await census.count(literalMatch(folded), folded)) > 0) return null;
  const corrected = await correctSpelling(folded, census);
  if (corrected === null) return null;
  const q = before + corrected;
  return { text: q, note: null, count: await totalOf(asked, q), url: urlOf({ ...within, q }) };
}

const best = <T extends { readonly first: boolean; readonly count: number }>(found: readonly T[]): T[] =>
  found.toSorted((a, b) => Number(b.first) - Number(a.first) || b.count - a.count).slice(0, MOST);
