import type { Issue } from '../../src/model/issue.ts';
import type { Table } from '../../src/model/table.ts';
import type { MarkedLine } from '../outline/marked-line.ts';
import type { RawPiece } from '../outline/raw-piece.ts';
import { findTables } from './find-tables.ts';
import { type DraftedTable, finishTable, type TableRead } from './finish-table.ts';
import { readFlatTables } from './flat-tables.ts';
import { findMissingTables, type MissingTable } from './missing-tables.ts';
import { readTable } from './read-table.ts';
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
  const parted = findTables(lines)
    .map((region) => readTable(region, lines))
    .filter(hasMoreThanCaptions);
  const flat = readFlatTables(lines, linesOf(parted), titlesOf(parted));
  const drafted = [...parted, ...flat];
  const missing = findMissingTables(lines, titlesOf(drafted));
  const read = [
    ...drafted.map((table) => ({
      at: lines[table.region.lines[0] ?? 0]?.start ?? 0,
      finish: (index: number) => finishTable(table, lines, text, index),
    })),
    ...missing.map((table) => ({ at: table.titleAt.start, finish: () => notPrinted(table) })),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ finish }, index) => finish(index));
  return {
    lines: linesOf(drafted),
    pieces: read.flatMap((one) => one.pieces),
    tables: read.map((one) => one.table),
    issues: read.flatMap((one) => one.issues),
  };
}

/** TABs may part the captions of a table only: unit, body and date above one cell a line, or above an image that was lost. */
const hasMoreThanCaptions = ({ sections }: DraftedTable): boolean =>
  sections.some(({ columns, records }) => columns.length > 0 || records.length > 0);

const linesOf = (tables: readonly DraftedTable[]): Set<number> => new Set(tables.flatMap((table) => table.region.lines));
const titlesOf = (tables: readonly DraftedTable[]): Set<number> => new Set(tables.flatMap((table) => table.region.titleAt?.start ?? []));

/** A table of which only the title stands there, a sentence that there is none, or figures that stay text. */
function notPrinted({ title, titleAt, status, at }: MissingTable): TableRead {
  const table: Table = {
    label: null,
    title,
    unit: null,
    status: status === 'unread' ? 'present' : status,
    start: at === null ? null : titleAt.start,
    end: at?.end ?? null,
    columns: [],
    note: null,
    rows: 0,
  };
  const issues = { absent: [tableIssue('table-absent', titleAt, title)], unread: [tableIssue('table-unread', titleAt, title)], empty: [] };
  return { table, pieces: [], issues: issues[status] };
}
