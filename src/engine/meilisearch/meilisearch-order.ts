import type { Order } from '../engine.ts';
import { pageByAmount } from './meilisearch-amount-order.ts';
import { type AmountScope, allAmounts } from './meilisearch-amounts.ts';
import { anyAmount, type FenBounds } from './meilisearch-fen.ts';
import type { Formula } from './meilisearch-formula.ts';
import { type Page, type Placed, sortedPage, sourceSort } from './meilisearch-placed.ts';
import type { Session } from './meilisearch-session.ts';

/**
 * How the server sorts; documents without the value come last either way. Place and start break all ties. All are single values: sorted by an array,
 * a document is listed once for each of its values.
 */
const sorts: { readonly [order in Order]: (scope: AmountScope) => readonly string[] } = {
  source: () => sourceSort,
  year: () => ['yearNumber:asc', ...sourceSort],
  '-year': () => ['yearNumber:desc', ...sourceSort],
  amount: ({ ends }) => [...(ends === null ? [] : [`${ends.least}:asc`]), ...sourceSort],
  '-amount': ({ ends }) => [...(ends === null ? [] : [`${ends.most}:desc`]), ...sourceSort],
};

/** Where the server cannot sort by the amounts of a scope, source order. */
export const sortsOf = (order: Order, scope: AmountScope = allAmounts): readonly string[] => sorts[order](scope);

/** An order, with the amounts that it may go by. `bounds`: the range that the filter has set for them, if any. */
export interface Ordering {
  readonly order: Order;
  readonly scope: AmountScope;
  readonly bounds: FenBounds | null;
}

/** A page of the documents that pass, in order. */
export async function pageOf(session: Session, filter: Formula, { order, scope, bounds }: Ordering, page: Page): Promise<Placed[]> {
  if (page.size <= 0) return [];
  if (order !== 'amount' && order !== '-amount') return sortedPage(session, filter, { sort: sortsOf(order), scope: null }, page);
  if (bounds !== null || scope.ends === null) return pageByAmount(session, filter, { order, scope, bounds: bounds ?? anyAmount }, page);
  return sortedPage(session, filter, { sort: sortsOf(order, scope), scope }, page);
}
