import type { Span } from '../model/span.ts';

/** The page that holds the offset, from 1; null where the source has no pages or the offset lies on none. Pages are in order and disjoint. Binary search. */
export function pageAt(pages: readonly Span[] | null, offset: number): number | null {
  if (pages === null) return null;
  let [low, high] = [0, pages.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pages[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const page = pages[low];
  return page !== undefined && page.start <= offset ? low + 1 : null;
}
