import { z } from 'zod';
import { documentId } from '../../model/document.ts';
import type { Order } from '../engine.ts';
import { anyAmount, type FenBounds } from './meilisearch-fen.ts';
import type { Formula } from './meilisearch-formula.ts';
import { entryOfKey, type ReportEntry } from './meilisearch-reports.ts';
import { fetchDocuments, type Session } from './meilisearch-session.ts';

/** A document in an order. */
export interface Placed {
  readonly entry: ReportEntry;
  readonly start: number;
  readonly fen: readonly number[];
}

export const idOf = ({ entry, start }: Placed): string => documentId(entry.summary.id, start);

const placedSchema = z.object({ key: z.string(), start: z.int(), fen: z.array(z.number()).default([]) });
const placedFields = ['key', 'start'] as const;

/** A page as the server sorts it, with amounts if they are asked for. */
export async function sortedPage(
  session: Session,
  filter: Formula,
  sort: readonly string[],
  offset: number,
  limit: number,
  withFen: boolean,
): Promise<Placed[]> {
  const fields = withFen ? [...placedFields, 'fen'] : placedFields;
  const { results } = await fetchDocuments(session, { filter, fields, sort, offset, limit }, placedSchema);
  return results.map(({ key, start, fen }) => ({ entry: entryOfKey(session.reports, key), start, fen }));
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
