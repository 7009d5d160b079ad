import type { Issue } from '../../src/model/issue.ts';
import type { Row } from '../../src/model/row.ts';
import type { Span } from '../../src/model/span.ts';
import type { Table } from '../../src/model/table.ts';
import type { MarkedLine } from '../outline/marked-line.ts';
import type { RawPiece } from '../outline/raw-piece.ts';
import { isLabelRole } from './column-role.ts';
import type { Column } from './header.ts';
import { joinNames } from './join-names.ts';
import type { Region } from './region.ts';
import type { RowDraft } from './row-draft.ts';
import { RowNamer } from './row-name.ts';
import { tableIssue } from './table-issues.ts';
import { type PlacedRow, tablePieces } from './table-pieces.ts';
import { toRow } from './to-row.ts';
import { doubtTornNames } from './torn-names.ts';
import type { UnitTrail } from './unit-trail.ts';

/** The records under the same heads, each with the unit that reaches it (undefined: the table's). */
export interface DraftedSection {
  readonly columns: readonly Column[];
  readonly records: readonly { readonly draft: RowDraft; readonly unit?: string | null | undefined }[];
}

/** A table whose records are known, before names, codes and exact values. */
export interface DraftedTable {
  readonly region: Region;
  readonly label: string | null;
  readonly units: UnitTrail;
  readonly sections: readonly DraftedSection[];
  readonly issues: readonly Issue[];
  /** All its rows stay text, and one of its issues says so for all. */
  readonly doubt: boolean;
}

export interface TableRead {
  readonly table: Table;
  readonly pieces: readonly RawPiece[];
  readonly issues: readonly Issue[];
}

const MOST_COLUMNS_LISTED = 200;

/** Records become rows, rows and lines become pieces. `index` is the table's place in the report's list of tables. */
export function finishTable(drafted: DraftedTable, lines: readonly MarkedLine[], text: string, index: number): TableRead {
  const { region, label, units } = drafted;
  const named = { index, label, title: region.title ?? '', unit: units.unit };
  const namer = new RowNamer();
  const read = drafted.sections
    .flatMap((section) => section.records)
    .filter(({ draft }) => !draft.bare)
    .map(({ draft, unit }) => ({ draft, ...toRow(draft, namer, named, unit === undefined ? units.unit : unit) }));
  const placed = read
    .map(({ draft, row }) => ({ start: draft.start, end: draft.end, row, part: draft.part === true }))
    .sort((a, b) => a.start - b.start);
  const whole = joinNames(placed).filter((one) => !one.part);
  const rows: readonly PlacedRow[] = doubtTornNames(whole);
  const own = region.lines.flatMap((line) => lines[line] ?? []);
  const pieces = tablePieces(own, rows, region.title, text);
  const table = tableOf(drafted, named, rows, pieces);
  const lacksUnit = read.some((one) => one.lacksUnit);
  return {
    table,
    pieces,
    issues: [
      ...drafted.issues,
      ...read.flatMap((one) => one.issues.filter(({ kind }) => !drafted.doubt || kind !== 'row-unread')),
      ...(drafted.doubt
        ? []
        : rows.flatMap((one, at) => (one.row === whole[at]?.row ? [] : [tableIssue('row-unread', one, one.row.doubt ?? '')]))),
      ...issuesOf(table, units, lacksUnit),
    ],
  };
}

function tableOf(
  { region, sections }: DraftedTable,
  named: NonNullable<Row['table']>,
  rows: readonly PlacedRow[],
  pieces: readonly RawPiece[],
): Table {
  const largest = sections.reduce<DraftedSection | null>(
    (best, one) => (best === null || one.records.length > best.records.length ? one : best),
    null,
  );
  const columns = (largest?.columns ?? []).filter((column) => column.path !== '' && !isLabelRole(column.role)).map((column) => column.path);
  const filled = rows.some(({ row }) => row.cells.length > 0 || row.doubt !== null);
  return {
    label: named.label,
    title: named.title,
    unit: named.unit,
    status: filled || rows.length > 1 ? 'present' : 'empty',
    start: region.titleAt?.start ?? pieces[0]?.spans[0]?.start ?? null,
    end: region.note?.end ?? pieces.at(-1)?.spans.at(-1)?.end ?? null,
    columns: [...new Set(columns)].slice(0, MOST_COLUMNS_LISTED),
    note: region.note,
    rows: rows.length,
  };
}

// 注：本单位没有…，本表无数据
const NONE = /没有|无数据|无此|无政府|无国有|不涉及|空表/;

function issuesOf(table: Table, units: UnitTrail, lacksUnit: boolean): Issue[] {
  const at: Span | null =
    table.start === null || table.end === null ? null : { start: table.start, end: Math.min(table.end, table.start + 1) };
  const [first, ...later] = units.statements;
  const changes = later.filter((one) => first !== undefined && one.unit !== first.unit && !units.conflict);
  return [
    ...(units.conflict ? [tableIssue('table-two-units', first ?? at)] : []),
    ...(lacksUnit && !units.conflict ? [tableIssue('table-without-unit', at, table.title)] : []),
    ...changes.map((one) => tableIssue('unit-changes', one, one.unit)),
    ...(table.rows === 0 && !NONE.test(table.note?.text ?? '') ? [tableIssue('table-without-rows', at, table.title)] : []),
  ];
}
