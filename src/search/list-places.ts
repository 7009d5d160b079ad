import type { Order, Reader } from '../engine/engine.ts';
import type { Match } from '../query/ast.ts';
import type { Level } from './answer.ts';
import type { Census } from './census.ts';
import { listIds } from './list-ids.ts';
import { type PackedIds, packIds } from './packed-ids.ts';
import type { Search } from './prepare-search.ts';
import { makeRankQuery } from './rank-query.ts';
import type { PagePlace } from './read-page.ts';
import { rankTier, tiersOf } from './tiers.ts';

/** Places of a result that stand one after the other: ranked ones with their scores, the others packed. */
interface Stretch {
  readonly ranked: readonly PagePlace[];
  readonly rest: PackedIds;
  /** Of the rest; null where the order does not go by levels. */
  readonly level: Level | null;
}

/** The whole result of a search in its order, every place for itself (never grouped): 8 bytes a place. */
export interface ListedPlaces {
  readonly size: number;
  slice(from: number, to: number): PagePlace[];
}

/** The same order as the pages of the search have. */
export async function listPlaces(reader: Reader, census: Census, search: Search): Promise<ListedPlaces> {
  const { request, parsed, conditions, levelled, level, counts } = search;
  const query = await makeRankQuery(parsed.query, levelled.readings, census);
  if (request.sort !== 'relevance' || query.terms.length === 0) {
    const order = request.sort === 'relevance' ? 'source' : request.sort;
    const rest = await packAll(reader, search, { match: levelled.matches[level], order, without: [] });
    return join([{ ranked: [], rest, level: null }]);
  }
  const stretches: Stretch[] = [];
  for (const tier of tiersOf(levelled, counts, level)) {
    const ranked = await rankTier({ reader, filters: conditions.filters, query, first: null }, tier);
    const without = ranked.map(({ id }) => id);
    const rest = ranked.length < tier.total ? await packAll(reader, search, { match: tier.match, order: 'source', without }) : packIds();
    stretches.push({ ranked: ranked.map((one) => ({ id: one.id, level: tier.level, ranked: one, similar: [] })), rest, level: tier.level });
  }
  return join(stretches);
}

interface Listing {
  readonly match: Match;
  readonly order: Order;
  readonly without: readonly string[];
}

async function packAll(reader: Reader, { conditions }: Search, { match, ...listing }: Listing): Promise<PackedIds> {
  const packed = packIds();
  for await (const ids of listIds(reader, match, { ...listing, filters: conditions.filters })) packed.add(ids);
  return packed;
}

function join(stretches: readonly Stretch[]): ListedPlaces {
  const lengths = stretches.map(({ ranked, rest }) => ranked.length + rest.size);
  return {
    size: lengths.reduce((sum, length) => sum + length, 0),
    slice(from, to) {
      const places: PagePlace[] = [];
      let before = 0;
      stretches.forEach((stretch, n) => {
        places.push(...part(stretch, Math.max(0, from - before), to - before));
        before += lengths[n] ?? 0;
      });
      return places;
    },
  };
}

function part({ ranked, rest, level }: Stretch, from: number, to: number): PagePlace[] {
  if (to <= from) return [];
  const ids = rest.slice(Math.max(0, from - ranked.length), to - ranked.length);
  return [...ranked.slice(from, to), ...ids.map((id) => ({ id, level, ranked: null, similar: [] }))];
}
