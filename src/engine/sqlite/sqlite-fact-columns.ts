import type { DatabaseSync } from 'node:sqlite';
import { IndexDamagedError, rebuildHint } from '../../errors.ts';
import type { Columns } from './sqlite-columns.ts';
import { type FactList, type FactValues, factLists, perList, readFactValues } from './sqlite-fact-values.ts';
import { bytesOf, integerOf } from './sqlite-rows.ts';

/**
 * What filters and orders need of the facts of one report, in the order of the text: the start of the document that states each, its value numbers,
 * its money in signed fen (NaN: not money, or no whole number of fen), and for what is not money its number as printed (NaN: money).
 */
export type ReportFacts = Readonly<Record<FactList, Uint32Array>> & {
  readonly document: Uint32Array;
  readonly fen: Float64Array;
  readonly plain: Float64Array;
};

const lists = ['document', ...factLists] as const;
const bytesEach = 4 * lists.length + 8 + 8;

export function encodeReportFacts(facts: ReportFacts): Uint8Array {
  const floats = [facts.fen, facts.plain].map((list) => new Uint8Array(list.buffer, list.byteOffset, list.byteLength));
  const numbers = lists.map((name) => new Uint8Array(facts[name].buffer, facts[name].byteOffset, facts[name].byteLength));
  return Buffer.concat([...floats, ...numbers]);
}

export function decodeReportFacts(bytes: Uint8Array): ReportFacts {
  const size = bytes.byteLength / bytesEach;
  if (!Number.isInteger(size)) throw new IndexDamagedError(`索引中一份报告的事实与其所记长度不符，已损坏；${rebuildHint}`);
  const aligned = bytes.slice().buffer;
  const list = (name: (typeof lists)[number]) => new Uint32Array(aligned, 16 * size + 4 * size * lists.indexOf(name), size);
  return { ...eachList(list), fen: new Float64Array(aligned, 0, size), plain: new Float64Array(aligned, 8 * size, size) };
}

/** Where the facts of a report lie among all: at the positions from `base` to `base + size`, stored from the row `first` on. */
export interface FactEntry {
  readonly number: number;
  readonly first: number;
  readonly base: number;
  readonly size: number;
}

/** All facts of one build in source order, read when facts are first asked for. `report` is the ordinal of each fact's report in `reports`, as in `Columns`. */
export interface FactColumns extends ReportFacts {
  readonly size: number;
  readonly report: Uint32Array;
  readonly reports: readonly FactEntry[];
  readonly values: FactValues;
}

/** The row in which a fact is stored. */
export function rowOfFact({ report, reports }: FactColumns, position: number): number {
  const entry = reports[report[position] ?? 0];
  return (entry?.first ?? 0) + position - (entry?.base ?? 0);
}

interface Piece {
  readonly first: number;
  readonly facts: ReportFacts;
}

/** A report's number is never given again, so what was read of it stays right for every later build of the connection. */
const piecesOf = new WeakMap<DatabaseSync, ReadonlyMap<number, Piece>>();

export function readFactColumns(db: DatabaseSync, { reports }: Columns): FactColumns {
  const before = piecesOf.get(db);
  const read = db.prepare('select first, data from report_facts where report = ?');
  const pieces = reports.map(({ number }) => ({ number, ...(before?.get(number) ?? pieceOf(read.get(number))) }));
  const size = pieces.reduce((sum, { facts }) => sum + facts.fen.length, 0);
  const columns = emptyColumns(size);
  let base = 0;
  const entries = pieces.map(({ number, first, facts }, ordinal) => {
    for (const name of lists) columns[name].set(facts[name], base);
    columns.fen.set(facts.fen, base);
    columns.plain.set(facts.plain, base);
    columns.report.fill(ordinal, base, base + facts.fen.length);
    base += facts.fen.length;
    return { number, first, base: base - facts.fen.length, size: facts.fen.length };
  });
  piecesOf.set(db, new Map(entries.map((entry) => [entry.number, { first: entry.first, facts: partOf(columns, entry) }])));
  return { ...columns, size, reports: entries, values: readFactValues(db) };
}

type Row = ReturnType<ReturnType<DatabaseSync['prepare']>['get']>;

const pieceOf = (row: Row): Piece => ({ first: integerOf(row?.first), facts: decodeReportFacts(bytesOf(row?.data)) });

const eachList = (make: (name: (typeof lists)[number]) => Uint32Array): Pick<ReportFacts, (typeof lists)[number]> => ({
  document: make('document'),
  ...perList(make),
});

const emptyColumns = (size: number) => ({
  ...eachList(() => new Uint32Array(size)),
  report: new Uint32Array(size),
  fen: new Float64Array(size),
  plain: new Float64Array(size),
});

/** The same memory: nothing is held twice. */
const partOf = (columns: ReportFacts, { base, size }: FactEntry): ReportFacts => ({
  ...eachList((name) => columns[name].subarray(base, base + size)),
  fen: columns.fen.subarray(base, base + size),
  plain: columns.plain.subarray(base, base + size),
});
