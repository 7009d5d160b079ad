import type { Issue } from '../../src/model/issue.ts';
import type { Row } from '../../src/model/row.ts';
import type { Span } from '../../src/model/span.ts';
import type { Table } from '../../src/model/table.ts';
import type { MarkedLine } from '../outline/marked-line.ts';
import type { RawPiece } from '../outline/raw-piece.ts';
import { isLabelRole } from './column-role.ts';
import { type GridLine, gridLine } from './grid.ts';
import { type HeadSection, headSections } from './head-sections.ts';
import { type Header, readHeader } from './header.ts';
import { joinVertical } from './indicator-row.ts';
import { readLayout } from './layout.ts';
import { isTableLabel } from './line-kind.ts';
import { readLine } from './read-line.ts';
import type { Region } from './region.ts';
import { doubtful, type RowDraft } from './row-draft.ts';
import { RowNamer } from './row-name.ts';
import { tableIssue } from './table-issues.ts';
import { type PlacedRow, tablePieces } from './table-pieces.ts';
import { toRow } from './to-row.ts';
import { readUnits, type UnitTrail, unitAt, unitOfLabelHead } from './unit-trail.ts';

export interface TableRead {
  readonly table: Table;
  readonly pieces: readonly RawPiece[];
  readonly issues: readonly Issue[];
}

/** Wider ones are no tables of accounts: their rows stay text. */
const MOST_COLUMNS = 200;

interface Section extends HeadSection {
  readonly header: Header;
}

/** Reads a table: grid -> heads and rows -> columns -> records -> units and exact values. `index` is its place in the report's list of tables. */
export function readTable(region: Region, lines: readonly MarkedLine[], text: string, index: number): TableRead {
  const grid = region.lines.flatMap((at) => (lines[at] === undefined ? [] : [gridLine(lines[at], at)]));
  const sections = headSections(grid).map((section) => ({ ...section, header: readHeader(section.heads) }));
  const units = readUnits(grid, sections.find((section) => section.rows.length > 0)?.rows[0]?.line ?? Number.MAX_SAFE_INTEGER);
  const named = { index, label: labelOf(grid), title: region.title ?? '', unit: units.unit };
  const namer = new RowNamer();
  const issues: Issue[] = [];
  const rows: PlacedRow[] = [];
  let lacksUnit = false;
  for (const section of sections) {
    const unit = unitOfLabelHead(section.heads);
    for (const [line, drafts] of readSection(section, issues)) {
      const placed = drafts
        .filter((draft) => !draft.bare)
        .map((draft) => ({ draft, read: toRow(draft, namer, named, unit ?? unitAt(units, line)) }));
      issues.push(...placed.flatMap(({ read }) => read.issues));
      lacksUnit ||= placed.some(({ read }) => read.lacksUnit);
      rows.push(...placed.map(({ draft, read }) => ({ start: draft.start, end: draft.end, row: read.row })));
    }
  }
  rows.sort((a, b) => a.start - b.start);
  const own = grid.flatMap(({ line }) => lines[line] ?? []);
  const pieces = tablePieces(own, rows, region.title, text);
  const table = tableOf(region, named, sections, pieces);
  issues.push(...issuesOf(table, units, lacksUnit));
  return { table, pieces, issues };
}

/** The records of each line of a section. */
function readSection({ header, rows }: Section, issues: Issue[]): Map<number, RowDraft[]> {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), header.columns.length);
  if (width > MOST_COLUMNS) {
    issues.push(tableIssue('table-too-wide', rows[0]?.cells[0] ?? null, String(width)));
    return new Map(rows.map((row) => [row.line, [doubtful(row.cells, [], `${width} 列`)]]));
  }
  const layout = readLayout(header, rows);
  const first = rows[0]?.cells.find((cell) => cell.kind !== 'empty');
  if (layout.extra > 0 && layout.values.length > 0 && !layout.aligned)
    issues.push(tableIssue('table-extra-values', first ?? null, `${layout.width} > ${layout.values.length}`));
  return new Map(joinVertical(rows, header).map((row) => [row.line, readLine(row, layout)]));
}

const labelOf = (grid: readonly GridLine[]): string | null =>
  grid.flatMap((line) => line.cells).find((cell) => isTableLabel(cell.key))?.plain ?? null;

function tableOf(
  region: Region,
  { label, title, unit }: NonNullable<Row['table']>,
  sections: readonly Section[],
  pieces: readonly RawPiece[],
): Table {
  const largest = sections.reduce<Section | null>((best, one) => (best === null || one.rows.length > best.rows.length ? one : best), null);
  const columns = (largest?.header.columns ?? [])
    .filter((column) => column.path !== '' && !isLabelRole(column.role))
    .map((column) => column.path);
  const rows = pieces.flatMap((piece) => (piece.kind === 'row' ? (piece.row ?? []) : []));
  const filled = rows.some((row) => row.cells.length > 0 || row.doubt !== null);
  const spans = pieces.flatMap((piece) => piece.spans);
  return {
    label,
    title,
    unit,
    status: filled || rows.length > 1 ? 'present' : 'empty',
    start: region.titleAt?.start ?? spans[0]?.start ?? null,
    end: region.note?.end ?? spans.at(-1)?.end ?? null,
    columns: [...new Set(columns)].slice(0, MOST_COLUMNS),
    note: region.note,
    rows: rows.length,
  };
}

function issuesOf(table: Table, units: UnitTrail, lacksUnit: boolean): Issue[] {
  const at: Span | null =
    table.start === null || table.end === null ? null : { start: table.start, end: Math.min(table.end, table.start + 1) };
  const [first, ...later] = units.statements;
  const changes = later.filter((one) => first !== undefined && one.unit !== first.unit && !units.conflict);
  return [
    ...(units.conflict ? [tableIssue('table-two-units', first ?? at)] : []),
    ...(lacksUnit && !units.conflict ? [tableIssue('table-without-unit', at, table.title)] : []),
    ...changes.map((one) => tableIssue('unit-changes', one, one.unit)),
    ...(table.rows === 0 ? [tableIssue('table-without-rows', at, table.title)] : []),
  ];
}
