import type { Decimal } from 'decimal.js';
import { assertNever } from '../errors.ts';
import { Exact } from '../text/exact.ts';
import type { CompareCondition, CompareSort } from './compare-request.ts';
import { actualAndBudget, exactDifference, exactRate } from './compute.ts';
import { type Entry, figureOf } from './entry.ts';

/** Whether an entry meets a condition; one without two figures to compare meets none. */
export function meets(entry: Entry, condition: CompareCondition): boolean {
  const pair = actualAndBudget(entry);
  const over = 'kind' in pair ? null : exactDifference(pair);
  if (over === null) return false;
  switch (condition) {
    case 'actual>budget':
      return over.greaterThan(0);
    case 'actual<budget':
      return over.lessThan(0);
    case 'actual=budget':
      return over.isZero();
    default:
      return assertNever(condition);
  }
}

/** Entries by slice, those of most entries first. */
export const orderSlices = (entries: readonly Entry[]): Entry[][] =>
  [...Map.groupBy(entries, ({ slice }) => slice).values()].sort((a, b) => b.length - a.length);

/** Slice after slice, each as asked, ties in source order. Entries without the figure they are ordered by come last. */
export function orderEntries(slices: readonly (readonly Entry[])[], sort: CompareSort): Entry[] {
  const descending = sort.startsWith('-');
  return slices.flatMap((slice) => {
    if (sort === 'source') return slice;
    const keyed = slice.map((entry) => ({ entry, key: keyOf(entry, sort) }));
    keyed.sort((a, b) => compareKeys(a.key, b.key, descending));
    return keyed.map(({ entry }) => entry);
  });
}

type Key = Decimal | string | null;

function keyOf(entry: Entry, sort: Exclude<CompareSort, 'source'>): Key {
  switch (sort) {
    case 'department':
      return entry.report.department;
    case 'year':
    case '-year':
      return entry.period;
    case 'actual':
    case '-actual':
      return actualOf(entry);
    case 'difference':
    case '-difference': {
      const pair = actualAndBudget(entry);
      return 'kind' in pair ? null : exactDifference(pair);
    }
    case 'rate':
    case '-rate': {
      const pair = actualAndBudget(entry);
      return 'kind' in pair ? null : exactRate(pair);
    }
    default:
      return assertNever(sort);
  }
}

function actualOf(entry: Entry): Decimal | null {
  const actual = figureOf(entry, '决算');
  return actual === null || actual === 'several' || actual.fact.yuan === null ? null : new Exact(actual.fact.yuan);
}

function compareKeys(a: Key, b: Key, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const sign = descending ? -1 : 1;
  if (typeof a === 'string' || typeof b === 'string') return sign * (a < b ? -1 : Number(a > b));
  return sign * a.comparedTo(b);
}
