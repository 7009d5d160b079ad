import type { Issue } from '../../src/model/issue.ts';
import type { Table } from '../../src/model/table.ts';
import type { MarkedLine } from '../outline/marked-line.ts';
import type { RawPiece } from '../outline/raw-piece.ts';
import { findTables } from './find-tables.ts';
import { findMissingTables, type MissingTable } from './missing-tables.ts';
import { readTable, type TableRead } from './read-table.ts';
import type { Region } from './region.ts';
import { tableIssue } from './table-issues.ts';

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
  const taken = new Set(regions.flatMap((region) => region.titleAt?.start ?? []));
  const found = [
    ...regions.map(placed(lines)),
    ...findMissingTables(lines, taken).map((missing) => ({ at: missing.titleAt.start, missing })),
  ];
  const read = found
    .sort((a, b) => a.at - b.at)
    .map((one, index) => ('missing' in one ? notPrinted(one.missing) : readTable(one.region, lines, text, index)));
  return {
    lines: new Set(regions.flatMap((region) => region.lines)),
    pieces: read.flatMap((one) => one.pieces),
    tables: read.map((one) => one.table),
    issues: read.flatMap((one) => one.issues),
  };
}

const placed =
  (lines: readonly MarkedLine[]) =>
  (region: Region): { at: number; region: Region } => ({ at: lines[region.lines[0] ?? 0]?.start ?? 0, region });

/** A table of which only the title stands there, or a sentence that there is none. */
function notPrinted({ title, titleAt, status, at }: MissingTable): TableRead {
  const table: Table = {
    label: null,
    title,
    unit: null,
    status,
    start: at === null ? null : titleAt.start,
    end: at?.end ?? null,
    columns: [],
    note: null,
    rows: 0,
  };
  return { table, pieces: [], issues: status === 'absent' ? [tableIssue('table-absent', titleAt, title)] : [] };
}
