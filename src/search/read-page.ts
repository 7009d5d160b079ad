import type { Order, Reader } from '../engine/engine.ts';
import type { Level } from './answer.ts';
import type { IndexFacts } from './index-facts.ts';
import { groupNearIdentical } from './near-identical.ts';
import type { Search } from './prepare-search.ts';
import type { Ranked } from './rank.ts';
import { makeRankQuery } from './rank-query.ts';
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
export async function readPage(reader: Reader, facts: IndexFacts, search: Search): Promise<Page> {
  const { request, parsed, conditions, levelled, level, counts } = search;
  const query = await makeRankQuery(parsed.query, levelled.readings, facts);
  if (request.sort !== 'relevance' || query.terms.length === 0) return readSorted(reader, search);
  const tiers = tiersOf(levelled, counts, level);
  const from = (request.page - 1) * request.size;
  return readTiers({ reader, filters: conditions.filters, query }, tiers, { from, size: request.size, group: request.group });
}

async function readSorted(reader: Reader, { request, conditions, levelled, level }: Search): Promise<Page> {
  const order: Order = request.sort === 'relevance' ? 'source' : request.sort;
  const from = (request.page - 1) * request.size;
  const answer = await reader.match(levelled.matches[level], { filters: conditions.filters, facets: [], order, from, size: request.size });
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
