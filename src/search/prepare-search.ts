import type { MatchAnswer, Reader } from '../engine/engine.ts';
import { type ParsedQuery, parseQuery } from '../query/parse.ts';
import type { Level } from './answer.ts';
import { askLevels, chooseLevel, ENOUGH, hasOnlyReports, levelFilters, totalsOf } from './choose-level.ts';
import { type Conditions, resolveConditions } from './conditions.ts';
import type { IndexFacts } from './index-facts.ts';
import { type LevelledQuery, levelQuery, wordsToCount } from './levels.ts';
import { literalMatch } from './literal-match.ts';
import { type Readings, readTerms } from './readings.ts';
import type { SearchRequest } from './request.ts';

/** Everything that is known of a search before facets are counted and hits are read. */
export interface Search {
  readonly request: SearchRequest;
  readonly parsed: ParsedQuery;
  readonly conditions: Conditions;
  readonly levelled: LevelledQuery;
  readonly level: Level;
  /** How many documents each level has, filters on. */
  readonly counts: Readonly<Record<Level, number>>;
  /** What the engine said of the chosen level, without facets. */
  readonly answer: MatchAnswer;
}

/** Reads the query, looks its filters up, levels it, counts each level and chooses one. Throws InvalidInputError for `min` and `max` that are no amounts. */
export async function prepareSearch(reader: Reader, facts: IndexFacts, request: SearchRequest): Promise<Search> {
  const parsed = parseQuery(request.q);
  const conditions = resolveConditions(request, parsed, await facts.values());
  const readings = await readTerms(parsed.query, facts);
  const levelled = await readLevels(parsed, readings, facts);
  const counted = await countLevels(reader, levelled, conditions, request);
  return { request, parsed, conditions, levelled, ...counted };
}

/** A word in more than this share of the documents tells nothing apart; in an index of a few documents one in ENOUGH of them still does. */
const COMMON_SHARE = 0.05;

async function readLevels({ query }: ParsedQuery, readings: Readings, facts: IndexFacts): Promise<LevelledQuery> {
  const words = wordsToCount(readings);
  const most = Math.max(ENOUGH, COMMON_SHARE * (await facts.size()));
  const counts = await Promise.all(words.map((word) => facts.count(literalMatch(word), word)));
  const informative = new Set(words.filter((_, n) => (counts[n] ?? 0) <= most));
  return levelQuery(query, readings, (word) => informative.has(word));
}

type Counted = Pick<Search, 'level' | 'counts' | 'answer'>;

/** The level is chosen without facet filters, so where there are any the levels are counted that way too. */
async function countLevels(reader: Reader, levelled: LevelledQuery, { filters }: Conditions, request: SearchRequest): Promise<Counted> {
  const plain = { filters, facets: [], order: 'source', from: 0, size: 0 } as const;
  const isOpen = request.match !== 'auto' || hasOnlyReports(filters);
  const [filtered, open] = await Promise.all([
    askLevels(reader, levelled, plain),
    isOpen ? null : askLevels(reader, levelled, { ...plain, filters: levelFilters(filters) }),
  ]);
  const level = chooseLevel(request, totalsOf(open ?? filtered));
  return { level, answer: filtered[level], counts: totalsOf(filtered) };
}
