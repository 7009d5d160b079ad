import type { Order } from '../engine.ts';
import { pageByAmount } from './meilisearch-amount-order.ts';
import type { FenBounds } from './meilisearch-fen.ts';
import type { Formula } from './meilisearch-formula.ts';
import { type Placed, sortedPage } from './meilisearch-placed.ts';
import type { Session } from './meilisearch-session.ts';

/**
 * How the server sorts; documents without the value come last either way. Place and start break all ties. All are single values: sorted by an array,
 * a document is listed once for each of its values.
 */
const sorts: { readonly [order in Order]: readonly string[] } = {
  source: ['place:asc', 'start:asc'],
  year: ['yearNumber:asc', 'place:asc', 'start:asc'],
  '-year': ['yearNumber:desc', 'place:asc', 'start:asc'],
  amount: ['least:asc', 'place:asc', 'start:asc'],
  '-amount': ['most:desc', 'place:asc', 'start:asc'],
};

export const sortsOf = (order: Order): readonly string[] => sorts[order];

/** A page of the documents that pass, in order. `bounds`: the range of amounts that the filter has set, if any. */
export async function pageOf(
  session: Session,
  filter: Formula,
  order: Order,
  bounds: FenBounds | null,
  from: number,
  size: number,
): Promise<Placed[]> {
  if (size <= 0) return [];
  if (bounds !== null && (order === 'amount' || order === '-amount')) return pageByAmount(session, filter, order, bounds, from, size);
  return sortedPage(session, filter, sorts[order], from, size, order === 'amount' || order === '-amount');
}
