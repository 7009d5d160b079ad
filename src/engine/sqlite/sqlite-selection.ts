import { LRUCache } from 'lru-cache';
import type { Measure } from '../../model/amount.ts';
import type { Columns } from './sqlite-columns.ts';
import type { Program } from './sqlite-compiler.ts';
import { passing } from './sqlite-count.ts';
import { type Amounts, type FailedConditions, failedConditions, hasConditions, type PlainFilters } from './sqlite-filter.ts';
import { runProgram } from './sqlite-match.ts';
import type { Postings } from './sqlite-postings.ts';
import { bytesOfSet, type Positions, sizeOf, toList } from './sqlite-sets.ts';

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

/** What a reader's asks are answered from. */
export interface Selector {
  select(asked: Selected): Selection;
  /** How many documents are selected. */
  count(asked: Selected): number;
}

/** Bytes of recent selections that one reader keeps, and again as many of what programs match without filters. */
const keptBytes = 16 * 2 ** 20;
const bytesBeside = 256;

/** One search asks about the same documents several times, to count, to list and to rank them: recent selections are kept until the build changes. */
export function createSelector(columns: Columns, postings: Postings, amountsOf: (measures: readonly Measure[]) => Amounts): Selector {
  const matches = new LRUCache<string, Positions>({
    maxSize: keptBytes,
    sizeCalculation: (matched, key) => bytesOfSet(matched) + 2 * key.length + bytesBeside,
  });
  const recent = new LRUCache<string, Selection>({
    maxSize: keptBytes,
    sizeCalculation: (selection, key) => bytesOfSelection(selection) + 2 * key.length + bytesBeside,
  });
  const match = (program: Program): Positions => {
    const key = JSON.stringify(program);
    const known = matches.get(key) ?? runProgram(program, columns, postings);
    matches.set(key, known);
    return known;
  };
  const make = ({ program, filters }: Selected): Selection => {
    const matched = toList(match(program));
    const failed = failedConditions(filters, matched, columns, amountsOf(filters.measures));
    return { matched, failed, passed: failed === null ? matched : passing(matched, failed, columns.shared.report) };
  };
  const select = (asked: Selected): Selection => {
    const key = JSON.stringify([asked.program, asked.filters]);
    const known = recent.get(key) ?? make(asked);
    recent.set(key, known);
    return known;
  };
  return {
    select,
    count: (asked) => (hasConditions(asked.filters) ? select(asked).passed.length : sizeOf(match(asked.program))),
  };
}

const bytesOfSelection = ({ matched, failed, passed }: Selection): number =>
  matched.byteLength + (failed === null ? 0 : passed.byteLength + failed.ofDocument.byteLength + failed.ofReport.byteLength);
