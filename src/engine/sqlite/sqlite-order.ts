import { assertNever } from '../../errors.ts';
import { reportFacets } from '../../model/facet.ts';
import type { Order } from '../engine.ts';
import type { Columns } from './sqlite-columns.ts';
import { anyAmount, type FenBounds } from './sqlite-fen.ts';
import { type Amounts, firstAmount } from './sqlite-filter.ts';

/** What page is asked for: the positions from `from` on, `size` of them. Orders by amount go by those within `bounds`; null: by all. */
export interface PageAsk {
  readonly order: Order;
  readonly from: number;
  readonly size: number;
  readonly bounds: FenBounds | null;
}

/** A page of `positions`, which are in source order; it breaks all ties. */
export function pageOf(positions: Uint32Array, page: PageAsk, columns: Columns, amounts: Amounts): Uint32Array {
  const { order, from, size } = page;
  switch (order) {
    case 'source':
      return positions.slice(from, from + size);
    case 'year':
    case '-year':
      return byYear(positions, order === 'year' ? 1 : -1, columns).slice(from, from + size);
    case 'amount':
    case '-amount':
      return pageByAmount(positions, page, amounts);
    default:
      return assertNever(order);
  }
}

/** Positions of one report stand together, so reports are ordered and their stretches copied. */
function byYear(positions: Uint32Array, direction: 1 | -1, { shared, reports, values }: Columns): Uint32Array {
  const place = reportFacets.indexOf('year');
  const stretches: { readonly year: string | null; readonly from: number; readonly to: number }[] = [];
  for (let from = 0; from < positions.length; ) {
    const report = shared.report[positions[from] ?? 0] ?? 0;
    let to = from + 1;
    while (to < positions.length && shared.report[positions[to] ?? 0] === report) to++;
    stretches.push({ year: values.texts.year[reports[report]?.facets[place] ?? 0] ?? null, from, to });
    from = to;
  }
  stretches.sort((a, b) => {
    if (a.year === b.year) return a.from - b.from;
    if (a.year === null || b.year === null) return a.year === null ? 1 : -1;
    return (a.year < b.year ? -1 : 1) * direction;
  });
  const out = new Uint32Array(positions.length);
  let size = 0;
  for (const { from, to } of stretches) {
    out.set(positions.subarray(from, to), size);
    size += to - from;
  }
  return out;
}

/** Keeps the best `from + size` while walking; documents without an amount in the bounds come last. */
function pageByAmount(positions: Uint32Array, { order, from, size, bounds }: PageAsk, amounts: Amounts): Uint32Array {
  const direction = order === 'amount' ? 1 : -1;
  const within = bounds ?? anyAmount;
  const wanted = Math.min(from + size, positions.length);
  const keys = new Float64Array(positions.length);
  for (let index = 0; index < positions.length; index++) keys[index] = amountKey(amounts, positions[index] ?? 0, direction, within);
  const best = bestIndexes(keys, wanted);
  return best.slice(from, from + size).map((index) => positions[index] ?? 0);
}

/** The amount that a document is ordered by, smaller first: its smallest within the bounds, or its largest, negated. */
function amountKey(amounts: Amounts, position: number, direction: 1 | -1, { from, to }: FenBounds): number {
  const [first, end] = [firstAmount(amounts, position), amounts.amountEnd[position] ?? 0];
  if (direction === 1) {
    for (let at = first; at < end; at++) {
      const value = amounts.fen[at] ?? 0;
      if (value >= from) return value <= to ? value : Infinity;
    }
    return Infinity;
  }
  for (let at = end - 1; at >= first; at--) {
    const value = amounts.fen[at] ?? 0;
    if (value <= to) return value >= from ? -value : Infinity;
  }
  return Infinity;
}

/** The indexes of the `wanted` smallest keys, in order; equal keys by index. */
export const bestIndexes = (keys: Float64Array, wanted: number): Uint32Array =>
  smallestIndexes(keys, wanted).sort((a, b) => (keys[a] === keys[b] ? a - b : (keys[a] ?? 0) - (keys[b] ?? 0)));

/** The indexes of the `wanted` smallest keys, ascending; of equal keys the first. Keys are numbers, not NaN. */
export function smallestIndexes(keys: Float64Array, wanted: number): Uint32Array {
  if (keys.length <= wanted) return Uint32Array.from(keys, (_, index) => index);
  const out = new Uint32Array(wanted);
  if (wanted === 0) return out;
  const { limit, below } = limitOf(keys, wanted);
  let size = 0;
  let equal = wanted - below;
  for (let index = 0; size < wanted; index++) {
    const key = keys[index] ?? 0;
    if (key < limit || (key === limit && equal-- > 0)) out[size++] = index;
  }
  return out;
}

/** The largest of the `wanted` smallest keys (from 1, fewer than there are), and how many lie below it. Sorts them in portions: typed arrays sort natively. */
function limitOf(keys: Float64Array, wanted: number): { readonly limit: number; readonly below: number } {
  const kept = new Float64Array(Math.min(keys.length, Math.max(1024, 2 * wanted)));
  let size = 0;
  let limit: number | null = null;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? 0;
    if (limit !== null && key >= limit) continue;
    kept[size++] = key;
    if (size < kept.length) continue;
    kept.sort();
    size = wanted;
    limit = kept[wanted - 1] ?? 0;
  }
  const sorted = kept.subarray(0, size).sort();
  const last = sorted[wanted - 1] ?? 0;
  return { limit: last, below: sorted.indexOf(last) };
}
