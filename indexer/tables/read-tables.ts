import type { Issue } from '../../src/model/issue.ts';
import type { Table } from '../../src/model/table.ts';
import type { MarkedLine } from '../outline/marked-line.ts';
import type { RawPiece } from '../outline/raw-piece.ts';
import { findTables } from './find-tables.ts';
import { readTable } from './read-table.ts';

/** The tables of a report. `lines` are the indices of the lines whose printed characters the pieces hold. */
export interface TablesRead {
  readonly lines: ReadonlySet<number>;
  readonly pieces: readonly RawPiece[];
  readonly tables: readonly Table[];
  readonly issues: readonly Issue[];
}

/** Finds and reads every table of a report whose lines have their roles. Never throws; what cannot be read is an issue. */
export function readTables(lines: readonly MarkedLine[], text: string): TablesRead {
  const regions = findTables(lines);
  const read = regions.map((region, index) => readTable(region, lines, text, index));
  return {
    lines: new Set(regions.flatMap((region) => region.lines)),
    pieces: read.flatMap((one) => one.pieces),
    tables: read.map((one) => one.table),
    issues: read.flatMap((one) => one.issues),
  };
}
