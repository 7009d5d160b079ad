import type { Reader } from '../engine/engine.ts';
import type { Filters } from '../engine/filters.ts';
import type { Match } from '../query/ast.ts';
import { dataKey } from '../query/data-key.ts';
import { type Level, levels } from './answer.ts';
import type { LevelledQuery } from './levels.ts';
import { type Ranked, rank } from './rank.ts';
import { type RankQuery, wordsOfRankQuery } from './rank-query.ts';

/** So many matches of a level are ranked; those after them follow in source order. */
export const MOST_RANKED = 1_000;

/** The documents that a level adds to the one before it. Tiers follow each other in the result. */
export interface Tier {
  readonly level: Level;
  readonly match: Match;
  readonly total: number;
}

/** The tiers of a result at `level`, from the counts of the levels; empty ones left out. */
export function tiersOf({ matches }: LevelledQuery, counts: Readonly<Record<Level, number>>, level: Level): Tier[] {
  const used = levels.slice(0, levels.indexOf(level) + 1);
  return used.flatMap((name, n) => {
    const before = used[n - 1];
    const total = counts[name] - (before === undefined ? 0 : counts[before]);
    if (total <= 0) return [];
    const isSame = before === undefined || dataKey(matches[before]) === dataKey(matches[name]);
    const match: Match = isSame ? matches[name] : { kind: 'and', parts: [matches[name], { kind: 'not', part: matches[before] }] };
    return [{ level: name, match, total }];
  });
}

/** What a tier is read with. */
export interface TierReader {
  readonly reader: Reader;
  readonly filters: Filters;
  readonly query: RankQuery;
  /** What `rankFirst` gave, where it was asked before the levels were counted; null: not asked. */
  readonly first: readonly Ranked[] | null;
}

/** The candidates of the level `literal`, ranked. Its documents come first whatever level is chosen, so they may be ranked before that is known. */
export const rankFirst = async (reader: Reader, match: Match, filters: Filters, query: RankQuery): Promise<readonly Ranked[]> =>
  rank(await reader.candidates(match, filters, wordsOfRankQuery(query), MOST_RANKED), query);

/** The best of a tier, best first: at most MOST_RANKED, and as many again of the departments that the query names where the tier has more. */
export async function rankTier({ reader, filters, query, first }: TierReader, tier: Tier): Promise<readonly Ranked[]> {
  const words = wordsOfRankQuery(query);
  const known = tier.level === 'literal' ? first : null;
  const ranked = known ?? rank(await reader.candidates(tier.match, filters, words, MOST_RANKED), query);
  const named = query.favours.find(({ by }) => by === 'department')?.reports ?? new Set<string>();
  const reports = [...named].filter((report) => filters.reports.length === 0 || filters.reports.includes(report));
  if (tier.total <= MOST_RANKED || reports.length === 0) return ranked;
  const own = await reader.candidates(tier.match, { ...filters, reports }, words, MOST_RANKED);
  const ids = new Set(own.map(({ id }) => id));
  const others = ranked.filter(({ id }) => !ids.has(id)).map(({ candidate }) => candidate);
  return rank([...own, ...others], query);
}

/** The ids of a tier that were not ranked, in source order, `from` counted among them. */
export async function unrankedIds(
  { reader, filters }: TierReader,
  tier: Tier,
  ranked: readonly Ranked[],
  from: number,
  size: number,
): Promise<readonly string[]> {
  if (size <= 0 || ranked.length + from >= tier.total) return [];
  const without = ranked.map(({ id }) => id);
  return (await reader.match(tier.match, { filters, facets: [], order: 'source', from, size, without })).ids;
}
