import type { Order, Reader } from '../engine/engine.ts';
import type { Level } from './answer.ts';
import { groupNearIdentical } from './near-identical.ts';
import type { Search } from './prepare-search.ts';
import type { Ranked } from './rank.ts';
import type { RankQuery } from './rank-query.ts';
import type { SearchRequest } from './request.ts';
import { rankTier, type Tier, type TierReader, tiersOf, unrankedIds } from './tiers.ts';

/** One place of a page. `level` is null where the order does not go by levels: then the text of the hit says it. */
export interface PagePlace {
  readonly id: string;
  readonly level: Level | null;
  readonly ranked: Ranked | null;
  readonly similar: readonly string[];
}

/** A page of the result. `places` is the number of places on all pages: with `group=1` a group counts once, otherwise it is the total. */
export interface Page {
  readonly shown: readonly PagePlace[];
  readonly places: number;
}

/**
 * The asked page in the asked order. By relevance: tier after tier, in each the ranked places (grouped where asked) before the rest in source order.
 * Relevance of nothing (no term to rank on) is report order; other orders and unranked places are never grouped.
 */
export async function readPage(reader: Reader, search: Search, { query, first }: Found): Promise<Page> {
  const { request, conditions, levelled, level, counts } = search;
  const order = plainOrder(request, query);
  if (order !== null) return readSorted(reader, search, order);
  const tiers = tiersOf(levelled, counts, level);
  const asked = { from: firstPlace(request), size: request.size, group: request.group };
  return readTiers({ reader, filters: conditions.filters, query, first }, tiers, asked);
}

/** What a search is ranked on, and what may be known of the documents that hold its terms as typed (see TierReader). */
export interface Found {
  readonly query: RankQuery;
  readonly first: readonly Ranked[] | null;
}

/** The order of the engine that a result has; null where it is ranked. */
export function plainOrder({ sort }: SearchRequest, { terms }: RankQuery): Order | null {
  if (sort !== 'relevance') return sort;
  return terms.length === 0 ? 'source' : null;
}

/** The place in the whole result with which the page begins. */
export const firstPlace = ({ page, size }: SearchRequest): number => (page - 1) * size;

async function readSorted(reader: Reader, search: Search, order: Order): Promise<Page> {
  const { request, conditions, levelled, level } = search;
  const wanted = { filters: conditions.filters, facets: [], order, from: firstPlace(request), size: request.size };
  const answer = search.isWhole ? search.answer : await reader.match(levelled.matches[level], wanted);
  return { shown: answer.ids.map((id) => ({ id, level: null, ranked: null, similar: [] })), places: answer.total };
}

interface Asked {
  readonly from: number;
  readonly size: number;
  readonly group: boolean;
}

async function readTiers(tierReader: TierReader, tiers: readonly Tier[], { from, size, group }: Asked): Promise<Page> {
  const shown: PagePlace[] = [];
  let before = 0;
  for (const tier of tiers) {
    const first = Math.max(0, from + shown.length - before);
    const wanted = size - shown.length;
    if (!group && (wanted === 0 || first >= tier.total)) {
      before += tier.total;
      continue;
    }
    const ranked = await rankTier(tierReader, tier);
    const groups = group ? groupNearIdentical(ranked) : ranked.map((best) => ({ best, similar: [] }));
    for (const { best, similar } of groups.slice(first, first + wanted)) {
      shown.push({ id: best.id, level: tier.level, ranked: best, similar: similar.map(({ id }) => id) });
    }
    const rest = await unrankedIds(tierReader, tier, ranked, Math.max(0, first - groups.length), size - shown.length);
    shown.push(...rest.map((id) => ({ id, level: tier.level, ranked: null, similar: [] })));
    before += tier.total - ranked.length + groups.length;
  }
  return { shown, places: before };
}
