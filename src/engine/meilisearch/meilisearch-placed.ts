import { z } from 'zod';
import { documentId } from '../../model/document.ts';
import type { Order } from '../engine.ts';
import { type AmountScope, allAmounts } from './meilisearch-amounts.ts';
import { anyAmount, type FenBounds } from './meilisearch-fen.ts';
import type { Formula } from './meilisearch-formula.ts';
import { listedFields, listedSchema, mostListed } from './meilisearch-hits.ts';
import { entryOfKey, type ReportEntry } from './meilisearch-reports.ts';
import { fetchDocuments, type Session } from './meilisearch-session.ts';

/** How the server sorts by source. */
export const sourceSort = ['place:asc', 'start:asc'] as const;

/** A part of a list in an order: from the place `from` on, at most `size`. */
export interface Page {
  readonly from: number;
  readonly size: number;
}

/** How the server is to sort, and the amounts that come with each document; null: none, and a comparison goes by all. */
export interface Sorting {
  readonly sort: readonly string[];
  readonly scope: AmountScope | null;
}

/** A document in an order. `fen`: the amounts that the order may go by. */
export interface Placed {
  readonly entry: ReportEntry;
  readonly start: number;
  readonly fen: readonly number[];
}

export const idOf = ({ entry, start }: Placed): string => documentId(entry.summary.id, start);

const placedSchema = listedSchema.extend({
  key: z.string(),
  start: z.int(),
  fen: z.array(z.number()).default([]),
  measured: z.record(z.string(), z.array(z.number())).default({}),
});
const placedFields = ['key', 'start'] as const;

/** A page as the server sorts it. One that is likely shown comes with its documents. */
export async function sortedPage(
  session: Session,
  filter: Formula,
  { sort, scope }: Sorting,
  { from: offset, size: limit }: Page,
): Promise<Placed[]> {
  const fields = [...placedFields, ...(scope === null ? [] : [scope.stored]), ...(limit > mostListed ? [] : listedFields)];
  const { results } = await fetchDocuments(session, { filter, fields, sort, offset, limit }, placedSchema);
  return results.map(({ id, key, start, data, window, ...amounts }) => {
    if (id !== undefined && data !== undefined && window !== undefined) session.listed.set(id, { id, key, data, window });
    return { entry: entryOfKey(session.reports, key), start, fen: (scope ?? allAmounts).of(amounts) };
  });
}

/** The same order for documents that were read. */
export function comparator(order: Order, bounds: FenBounds | null): (a: Placed, b: Placed) => number {
  const key = keyOf(order, bounds ?? anyAmount);
  return (a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left !== right) return left < right ? -1 : 1;
    if (a.entry.place !== b.entry.place) return a.entry.place < b.entry.place ? -1 : 1;
    return a.start - b.start;
  };
}

/** Smaller first; infinite where there is no value. */
function keyOf(order: Order, { from, to }: FenBounds): (placed: Placed) => number {
  const last = Number.POSITIVE_INFINITY;
  const within = ({ fen }: Placed) => fen.filter((one) => one >= from && one <= to);
  switch (order) {
    case 'source':
      return () => 0;
    case 'year':
      return ({ entry }) => entry.summary.year ?? last;
    case '-year':
      return ({ entry }) => (entry.summary.year === null ? last : -entry.summary.year);
    case 'amount':
      return (placed) => within(placed).reduce((least, one) => Math.min(least, one), last);
    case '-amount':
      return (placed) => within(placed).reduce((least, one) => Math.min(least, -one), last);
  }
}
