import { LRUCache } from 'lru-cache';
import type { Measure } from '../../model/amount.ts';
import type { Columns } from './sqlite-columns.ts';
import type { FactColumns } from './sqlite-fact-columns.ts';
import type { Amounts } from './sqlite-filter.ts';
import { lowerBound } from './sqlite-ids.ts';

/** Sets of measures whose amounts are kept: 12 bytes a document and amount. */
const keptSets = 8;

/** The amounts of documents that facts give in some measures, in place of all their amounts. None named: all amounts. */
export function createMeasuredAmounts(columns: Columns, facts: () => FactColumns): (measures: readonly Measure[]) => Amounts {
  const recent = new LRUCache<string, Amounts>({ max: keptSets });
  return (measures) => {
    if (measures.length === 0) return columns.shared;
    const key = measures.toSorted().join();
    const amounts = recent.get(key) ?? gather(columns, facts(), new Set(measures));
    recent.set(key, amounts);
    return amounts;
  };
}

/** Counted, then laid out, then sorted within each document. A negative amount stands unsigned too, as among the amounts of a document. */
function gather(columns: Columns, facts: FactColumns, measures: ReadonlySet<string>): Amounts {
  const { size } = columns.shared;
  const wanted = facts.values.measure.map((text) => text !== null && measures.has(text));
  const amountEnd = new Uint32Array(size);
  eachMeasured(columns, facts, wanted, (position, fen) => {
    amountEnd[position] = (amountEnd[position] ?? 0) + (fen < 0 ? 2 : 1);
  });
  let total = 0;
  for (let position = 0; position < size; position++) {
    const count = amountEnd[position] ?? 0;
    amountEnd[position] = total;
    total += count;
  }
  const fen = new Float64Array(total);
  eachMeasured(columns, facts, wanted, (position, value) => {
    for (const amount of value < 0 ? [value, -value] : [value]) {
      const at = amountEnd[position] ?? 0;
      fen[at] = amount;
      amountEnd[position] = at + 1;
    }
  });
  for (let position = 0; position < size; position++) {
    const first = position === 0 ? 0 : (amountEnd[position - 1] ?? 0);
    const end = amountEnd[position] ?? 0;
    if (end - first > 1) fen.subarray(first, end).sort();
  }
  return { amountEnd, fen };
}

/** Facts of money in the wanted measures, each with the position of the document that states it. */
function eachMeasured(
  { shared, reports }: Columns,
  facts: FactColumns,
  wanted: readonly boolean[],
  visit: (position: number, fen: number) => void,
): void {
  for (let at = 0; at < facts.size; at++) {
    const fen = facts.fen[at] ?? Number.NaN;
    const report = reports[facts.report[at] ?? 0];
    if (wanted[facts.measure[at] ?? 0] !== true || Number.isNaN(fen) || report === undefined) continue;
    visit(lowerBound(shared.start, facts.document[at] ?? 0, report.base, report.base + report.documents), fen);
  }
}
