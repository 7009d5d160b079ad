import type { DatabaseSync } from 'node:sqlite';
import { IndexDamagedError } from '../../errors.ts';
import type { Columns } from './sqlite-columns.ts';
import { rebuildHint } from './sqlite-database.ts';
import { type FactList, type FactValues, factLists, readFactValues } from './sqlite-fact-values.ts';
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
  return {
    fen: new Float64Array(aligned, 0, size),
    plain: new Float64Array(aligned, 8 * size, size),
    document: list('document'),
    name: list('name'),
    measure: list('measure'),
    period: list('period'),
    table: list('table'),
    category: list('category'),
    kind: list('kind'),
  };
}

/** The facts of a report with the row of the first and its position among all facts. */
export interface FactEntry {
  readonly number: number;
  readonly first: number;
  readonly base: number;
  readonly size: number;
  readonly facts: ReportFacts;
}

/** All facts of one build, by report in source order (parallel to `Columns.reports`), read when facts are first asked for. */
export interface FactColumns {
  readonly size: number;
  readonly reports: readonly FactEntry[];
  readonly values: FactValues;
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
  const pieces = new Map<number, Piece>();
  let base = 0;
  const entries = reports.map(({ number }) => {
    const piece = before?.get(number) ?? pieceOf(read.get(number));
    pieces.set(number, piece);
    const size = piece.facts.fen.length;
    base += size;
    return { number, ...piece, base: base - size, size };
  });
  piecesOf.set(db, pieces);
  return { size: base, reports: entries, values: readFactValues(db) };
}

type Row = ReturnType<ReturnType<DatabaseSync['prepare']>['get']>;

const pieceOf = (row: Row): Piece => ({ first: integerOf(row?.first), facts: decodeReportFacts(bytesOf(row?.data)) });
