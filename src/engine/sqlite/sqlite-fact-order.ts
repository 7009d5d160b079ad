import type { FactOrder } from '../engine.ts';
import type { FactColumns, FactEntry } from './sqlite-fact-columns.ts';
import { bestIndexes } from './sqlite-order.ts';

/** Money by fen, then what is not money by its number, then money that no range can hold. */
export function pageOfFacts(positions: Uint32Array, order: FactOrder, from: number, size: number, columns: FactColumns): Uint32Array {
  if (order === 'source') return positions.slice(from, from + size);
  const sign = order === 'value' ? 1 : -1;
  const [fen, plain] = [keysOf(positions, 'fen', columns), keysOf(positions, 'plain', columns)];
  const indexes = (holds: (index: number) => boolean) => Uint32Array.from(positions.keys()).filter(holds);
  const isMoney = (index: number) => !Number.isNaN(fen[index]);
  const isPlain = (index: number) => !Number.isNaN(plain[index]);
  const groups = [
    { members: indexes(isMoney), keys: fen },
    { members: indexes((index) => !isMoney(index) && isPlain(index)), keys: plain },
    { members: indexes((index) => !isMoney(index) && !isPlain(index)), keys: new Float64Array(positions.length) },
  ];
  const page: number[] = [];
  let before = 0;
  for (const { members, keys } of groups) {
    const [start, end] = [Math.max(0, from - before), Math.min(members.length, from + size - before)];
    if (start < end) {
      const best = bestIndexes(
        Float64Array.from(members, (index) => sign * (keys[index] ?? 0)),
        end,
      );
      for (const at of best.subarray(start)) page.push(positions[members[at] ?? 0] ?? 0);
    }
    before += members.length;
  }
  return Uint32Array.from(page);
}

function keysOf(positions: Uint32Array, list: 'fen' | 'plain', { reports }: FactColumns): Float64Array {
  const keys = new Float64Array(positions.length);
  eachFact(positions, reports, (index, entry, at) => {
    keys[index] = entry.facts[list][at] ?? Number.NaN;
  });
  return keys;
}

/** Walks positions, in any order, with the report of each. */
export function eachFact(
  positions: Uint32Array,
  reports: readonly FactEntry[],
  visit: (index: number, entry: FactEntry, at: number, ordinal: number) => void,
): void {
  let ordinal = 0;
  for (let index = 0; index < positions.length; index++) {
    const position = positions[index] ?? 0;
    let entry = reports[ordinal];
    if (entry === undefined || position < entry.base || position >= entry.base + entry.size) {
      ordinal = entryHolding(reports, position);
      entry = reports[ordinal];
    }
    if (entry !== undefined) visit(index, entry, position - entry.base, ordinal);
  }
}

/** The ordinal of the report that holds a position: the last that begins at or before it and is not empty. */
function entryHolding(reports: readonly FactEntry[], position: number): number {
  let [low, high] = [0, reports.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((reports[middle]?.base ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
