import { LRUCache } from 'lru-cache';
import type { Measure } from '../../model/amount.ts';
import type { Columns } from './sqlite-columns.ts';
import type { Program } from './sqlite-compiler.ts';
import { passing } from './sqlite-count.ts';
import { type Amounts, type FailedConditions, failedConditions, type PlainFilters } from './sqlite-filter.ts';
import { runProgram } from './sqlite-match.ts';
import type { Postings } from './sqlite-postings.ts';

/** What a program matches under some filters, in source order. */
export interface Selection {
  readonly matched: Uint32Array;
  /** Which conditions the matched fail; null: there are none. */
  readonly failed: FailedConditions | null;
  /** Those of the matched that pass all conditions. */
  readonly passed: Uint32Array;
}

export interface Selected {
  readonly program: Program;
  readonly filters: PlainFilters;
}

/** Bytes of recent selections that one reader keeps, and again as many of what programs match without filters. */
const keptBytes = 8 * 2 ** 20;
const bytesBeside = 256;

/** One search asks about the same documents several times, to count, to list and to rank them: recent selections are kept until the build changes. */
export function createSelector(columns: Columns, postings: Postings, amountsOf: (measures: readonly Measure[]) => Amounts) {
  const matches = new LRUCache<string, Uint32Array>({
    maxSize: keptBytes,
    sizeCalculation: (matched, key) => matched.byteLength + 2 * key.length + bytesBeside,
  });
  const recent = new LRUCache<string, Selection>({
    maxSize: keptBytes,
    sizeCalculation: ({ matched, passed }, key) => 2 * matched.byteLength + passed.byteLength + 2 * key.length + bytesBeside,
  });
  const match = (program: Program, key: string): Uint32Array => {
    const known = matches.get(key) ?? runProgram(program, columns, postings);
    matches.set(key, known);
    return known;
  };
  const select = (matched: Uint32Array, filters: PlainFilters): Selection => {
    const failed = failedConditions(filters, matched, columns, amountsOf(filters.measures));
    return { matched, failed, passed: failed === null ? matched : passing(matched, failed, columns.shared.report) };
  };
  return ({ program, filters }: Selected): Selection => {
    const ofProgram = JSON.stringify(program);
    const key = `${ofProgram}${JSON.stringify(filters)}`;
    const known = recent.get(key) ?? select(match(program, ofProgram), filters);
    recent.set(key, known);
    return known;
  };
}
