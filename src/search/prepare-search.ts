import type { MatchAnswer, MatchRequest, Reader } from '../engine/engine.ts';
import { type ParsedQuery, parseQuery } from '../query/parse.ts';
import type { Level } from './answer.ts';
import type { Census } from './census.ts';
import { askLevels, chooseLevel, ENOUGH, hasOnlyReports, levelFilters, totalsOf } from './choose-level.ts';
import { type Conditions, resolveConditions } from './conditions.ts';
import { type LevelledQuery, levelQuery } from './levels.ts';
import { literalMatch } from './literal-match.ts';
import { type Readings, readTerms, wordsToCount } from './readings.ts';
import type { SearchRequest } from './request.ts';

/** A request whose query is read and whose filters are looked up. */
export interface ReadRequest {
  readonly request: SearchRequest;
  readonly parsed: ParsedQuery;
  readonly conditions: Conditions;
  readonly levelled: LevelledQuery;
}

/** Everything that is known of a search before hits are read. */
export interface Search extends ReadRequest {
  readonly level: Level;
  /** How many documents each level has, filters on. */
  readonly counts: Readonly<Record<Level, number>>;
  /** What the engine said of the chosen level. */
  readonly answer: MatchAnswer;
  /** Whether `answer` has the facets and the page that were wanted of the first level. */
  readonly isWhole: boolean;
}

/** What is wanted of the chosen level beside its count. */
export type Wanted = Pick<MatchRequest, 'facets' | 'order' | 'from' | 'size'>;
const nothingMore: Wanted = { facets: [], order: 'source', from: 0, size: 0 };

/** Reads a request, counts each level and chooses one. Throws what `readRequest` throws. */
export const prepareSearch = async (reader: Reader, census: Census, request: SearchRequest): Promise<Search> =>
  countLevels(reader, await readRequest(census, request), nothingMore);

/** Reads the query, looks its filters up, and levels it. Throws InvalidInputError for `min` and `max` that are no amounts. */
export async function readRequest(census: Census, request: SearchRequest): Promise<ReadRequest> {
  const parsed = parseQuery(request.q);
  const conditions = resolveConditions(request, parsed, await census.values());
  const readings = await readTerms(parsed.query, census);
  return { request, parsed, conditions, levelled: await readLevels(parsed, readings, census) };
}

/** A word in more than this share of the documents tells nothing apart; in an index of a few documents one in ENOUGH of them still does. */
const COMMON_SHARE = 0.05;

async function readLevels({ query }: ParsedQuery, readings: Readings, census: Census): Promise<LevelledQuery> {
  const words = wordsToCount([...readings.values()].flat());
  const most = Math.max(ENOUGH, COMMON_SHARE * (await census.size()));
  const counts = await Promise.all(words.map((word) => census.count(literalMatch(word), word)));
  const informative = new Set(words.filter((_, n) => (counts[n] ?? 0) <= most));
  return levelQuery(query, readings, (word) => informative.has(word));
}

/**
 * The level is chosen without facet filters, so where there are any the levels are counted that way too. What is wanted is asked of the first level
 * together with its count: it is the one chosen, or has so few documents that it costs nothing.
 */
export async function countLevels(reader: Reader, read: ReadRequest, wanted: Wanted): Promise<Search> {
  const { request, levelled, conditions } = read;
  const { filters } = conditions;
  const isOpen = request.match !== 'auto' || hasOnlyReports(filters);
  const [filtered, open] = await Promise.all([
    askLevels(reader, levelled, { ...nothingMore, filters }, wanted),
    isOpen ? null : askLevels(reader, levelled, { ...nothingMore, filters: levelFilters(filters) }),
  ]);
  const level = chooseLevel(request, totalsOf(open ?? filtered));
  return { ...read, level, answer: filtered[level], counts: totalsOf(filtered), isWhole: filtered[level] === filtered.literal };
}
