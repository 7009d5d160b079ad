import type { DatabaseSync } from 'node:sqlite';
import { type ReportEntry, readEntries } from './sqlite-entries.ts';
import { decodeReportColumns, type ReportColumns } from './sqlite-report-columns.ts';
import { bytesOf } from './sqlite-rows.ts';
import { type FacetValues, readFacetValues } from './sqlite-values.ts';

/**
 * The columns of all documents, each at its position: 0, 1, 2 … in source order. They lie in shared memory, so that all readers
 * of one build use one copy. `amountEnd[position]` is the end of its amounts in `fen`; they begin where those before it end.
 */
export interface Shared extends ReportColumns {
  readonly size: number;
  readonly report: Uint32Array;
  /** Position by rowid; `nowhere` for rowids that are no more. */
  readonly positionOfRow: Uint32Array;
}

export const nowhere = 0xffffffff;

/** All that a reader of one build knows of every document. What is not in shared memory is small: one entry a report, one a value. */
export interface Columns {
  readonly build: string;
  readonly shared: Shared;
  readonly reports: readonly ReportEntry[];
  readonly values: FacetValues;
}

const perDocument = ['start', 'end', 'kind', 'category', 'table', 'code', 'seamed', 'length', 'edge'] as const;

const sharedNumbers = (size: number) => new Uint32Array(new SharedArrayBuffer(4 * size));

/** Reads the columns of `build` within the transaction that is open; what `before` already holds of unchanged reports is copied, not read. */
export function readColumns(db: DatabaseSync, build: string, before: Columns | null): Columns {
  const values = readFacetValues(db);
  const reports = readEntries(db, values);
  const pieces = readPieces(db, reports, before);
  const size = reports.reduce((sum, report) => sum + report.documents, 0);
  const rows = reports.reduce((most, report) => Math.max(most, report.first + report.documents), 0);
  const shared: Shared = {
    size,
    report: sharedNumbers(size),
    start: sharedNumbers(size),
    end: sharedNumbers(size),
    kind: sharedNumbers(size),
    category: sharedNumbers(size),
    table: sharedNumbers(size),
    code: sharedNumbers(size),
    amountEnd: sharedNumbers(size),
    seamed: sharedNumbers(size),
    length: sharedNumbers(size),
    edge: sharedNumbers(size),
    fen: new Float64Array(new SharedArrayBuffer(8 * pieces.reduce((sum, piece) => sum + piece.fen.length, 0))),
    positionOfRow: sharedNumbers(rows).fill(nowhere),
  };
  let amounts = 0;
  for (const [ordinal, { base, first, documents }] of reports.entries()) {
    const piece = pieces[ordinal];
    if (piece === undefined) continue;
    for (const name of perDocument) shared[name].set(piece[name], base);
    shared.report.fill(ordinal, base, base + documents);
    const shift = amounts - piece.firstAmount;
    for (let at = 0; at < documents; at++) {
      shared.amountEnd[base + at] = (piece.amountEnd[at] ?? 0) + shift;
      shared.positionOfRow[first + at] = base + at;
    }
    shared.fen.set(piece.fen, amounts);
    amounts += piece.fen.length;
  }
  return { build, shared, reports, values };
}

function readPieces(db: DatabaseSync, reports: readonly ReportEntry[], before: Columns | null) {
  const known = new Map(before?.reports.map((report) => [report.number, report]));
  const read = db.prepare('select data from report_columns where report = ?');
  return reports.map(({ number }) => {
    const old = known.get(number);
    if (before !== null && old !== undefined) return pieceOf(before.shared, old);
    return { ...decodeReportColumns(bytesOf(read.get(number)?.data)), firstAmount: 0 };
  });
}

function pieceOf(shared: Shared, { base, documents }: ReportEntry) {
  const part = (list: Uint32Array) => list.subarray(base, base + documents);
  const firstAmount = base === 0 ? 0 : (shared.amountEnd[base - 1] ?? 0);
  const endAmount = documents === 0 ? firstAmount : (shared.amountEnd[base + documents - 1] ?? 0);
  return {
    start: part(shared.start),
    end: part(shared.end),
    kind: part(shared.kind),
    category: part(shared.category),
    table: part(shared.table),
    code: part(shared.code),
    amountEnd: part(shared.amountEnd),
    seamed: part(shared.seamed),
    length: part(shared.length),
    edge: part(shared.edge),
    fen: shared.fen.subarray(firstAmount, endAmount),
    firstAmount,
  };
}
