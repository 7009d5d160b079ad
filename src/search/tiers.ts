import type { Filters, Reader } from '../engine/engine.ts';
import type { Match } from '../query/ast.ts';
import { type Level, levels } from './answer.ts';
import { type LevelledQuery, matchKey } from './levels.ts';
import { type Ranked, type RankQuery, rank } from './rank.ts';

/** So many matches of a level are ranked; those after them follow in source order. */
export const MOST_RANKED = 1_000;

/** The documents that a level adds to the one before it. Tiers follow each other in the result. */
export interface Tier {
  readonly level: Level;
  readonly match: Match;
  readonly total: number;
}

/** One place of the result: an id with why it stands there. */
export interface Place {
  readonly id: string;
  readonly level: Level;
  readonly score: number;
}

/** The tiers of a result at `level`, from the counts of the levels; empty ones left out. */
export function tiersOf({ matches }: LevelledQuery, counts: Readonly<Record<Level, number>>, level: Level): Tier[] {
  const used = levels.slice(0, levels.indexOf(level) + 1);
  return used.flatMap((name, n) => {
    const before = used[n - 1];
    const total = counts[name] - (before === undefined ? 0 : counts[before]);
    if (total <= 0) return [];
    const isSame = before === undefined || matchKey(matches[before]) === matchKey(matches[name]);
    const match: Match = isSame ? matches[name] : { kind: 'and', parts: [matches[name], { kind: 'not', part: matches[before] }] };
    return [{ level: name, match, total }];
  });
}

/** The places `from` to `from + size` of the result in order of relevance: tier after tier, in each the ranked ones before the rest. */
export async function readPlaces(
  reader: Reader,
  tiers: readonly Tier[],
  filters: Filters,
  query: RankQuery,
  from: number,
  size: number,
): Promise<Place[]> {
  const places: Place[] = [];
  let before = 0;
  for (const tier of tiers) {
    const first = Math.max(0, from + places.length - before);
    if (first < tier.total && places.length < size) {
      places.push(...(await readTier(reader, tier, filters, query, first, size - places.length)));
    }
    before += tier.total;
  }
  return places;
}

async function readTier(reader: Reader, tier: Tier, filters: Filters, query: RankQuery, from: number, size: number): Promise<Place[]> {
  const ranked = await rankTier(reader, tier, filters, query);
  const places = ranked.slice(from, from + size).map(({ id, score }) => ({ id, level: tier.level, score }));
  if (places.length === size || ranked.length >= tier.total) return places;
  const rest = await reader.match(tier.match, {
    filters,
    facets: [],
    order: 'source',
    from: Math.max(0, from - ranked.length),
    size: size - places.length,
    without: ranked.map(({ id }) => id),
  });
  return [...places, ...rest.ids.map((id) => ({ id, level: tier.level, score: 0 }))];
}

/** The best of a tier, best first. */
export const rankTier = async (reader: Reader, tier: Tier, filters: Filters, query: RankQuery): Promise<Ranked[]> =>
  rank(await reader.candidates(tier.match, filters, query.words, MOST_RANKED), query);
