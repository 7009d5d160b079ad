import type { Prepared } from '../../../indexer/prepare.ts';
import type { Cell, Row } from '../../../src/model/row.ts';
import { overlaps } from '../../../src/model/span.ts';
import { toYuan } from '../../../src/text/money.ts';
import { foldString } from '../../../src/text/normal-form.ts';
import { readNumber } from '../../../src/text/number.ts';
import type { Gold, GoldRow, GoldTable } from './gold.ts';
import { sameColumn } from './same-column.ts';
import { type Tally, tally } from './tally.ts';

interface PlacedRow extends Row {
  readonly start: number;
  readonly end: number;
}
interface GoldPlace extends GoldRow {
  readonly start: number;
  readonly end: number;
  readonly table: GoldTable;
}

// 公开03表: the numbered tables are judged; forms of performance have no fixed heads
const NUMBERED = /^公开\s?\d+\s?表$/;

/** Rows, their cells, rows that no one printed, and tables that are not printed, of the numbered tables of a report. */
export function judgeRows(gold: Gold, prepared: Prepared): Tally[] {
  const read = prepared.documents.flatMap(({ document: { row, start, end } }) => (row === null ? [] : [{ ...row, start, end }]));
  const tables = gold.tables.filter((table) => NUMBERED.test(table.id ?? ''));
  const printed = tables.filter((table) => table.present);
  const marked = printed.flatMap((table) => table.rows.flatMap((row) => placed(row, table) ?? []));
  const cells = marked.flatMap((row) =>
    Object.entries(row.values).flatMap(([column, value]) => (value === null ? [] : [{ row, column, value }])),
  );
  const wrongCell = ({ row, column, value }: (typeof cells)[number]) => missedCell(prepared.text.text, read, row, column, value);
  const inTables = printed.flatMap((table) =>
    read.filter((row) => row.cells.some(hasValue) && lies(row, table)).map((row) => ({ row, table })),
  );
  return [
    tally(
      'rows',
      marked,
      (row) =>
        missedRow(read, row) ??
        cells
          .filter((cell) => cell.row === row)
          .map(wrongCell)
          .find((miss) => miss !== null) ??
        null,
    ),
    tally('rows.cells', cells, wrongCell),
    tally('rows.precision', inTables, ({ row, table }) =>
      spurious(
        row,
        marked.filter((one) => one.table === table),
      ),
    ),
    tally(
      'rows.absent',
      tables.filter((table) => !table.present),
      (table) => (read.some((row) => isOf(row, table)) ? `${table.id} is not printed, yet has rows` : null),
    ),
  ];
}

const placed = (row: GoldRow, table: GoldTable): GoldPlace | null =>
  row.start === undefined || row.end === undefined ? null : { ...row, start: row.start, end: row.end, table };
const hasValue = (cell: Cell): boolean => cell.value !== null;
const lies = (row: PlacedRow, table: GoldTable): boolean =>
  table.start !== undefined && table.end !== undefined && overlaps(row, { start: table.start, end: table.end });
const isOf = (row: PlacedRow, table: GoldTable): boolean =>
  foldString(row.table?.title ?? '') === foldString(table.name) || foldString(row.table?.label ?? '') === foldString(table.id ?? '');

const nameOf = (name: string | null | undefined): string => foldString(name ?? '');
const sameLabel = (gold: GoldRow, row: PlacedRow): boolean =>
  (gold.code ?? null) === row.code &&
  (nameOf(gold.name) === nameOf(row.name) || (gold.nameBare !== undefined && nameOf(gold.nameBare) === nameOf(row.name)));
const findRow = (read: readonly PlacedRow[], gold: GoldPlace): PlacedRow | undefined =>
  read.find((row) => overlaps(row, gold) && sameLabel(gold, row));

const where = ({ table, line, code, name }: GoldPlace): string => `${table.id} line ${line ?? '?'} ${code ?? ''} ${name ?? ''}`;

function missedRow(read: readonly PlacedRow[], gold: GoldPlace): string | null {
  if (findRow(read, gold) !== undefined) return null;
  const there = read.filter((row) => overlaps(row, gold)).map((row) => `${row.code ?? ''} ${row.name ?? ''} ${row.doubt ?? ''}`);
  return `${where(gold)}: no such row, there is ${there.join(' | ') || 'nothing'}`;
}

/** The figure stands in its column, in 元 by the unit of its table, and its anchor leads to it. */
function missedCell(text: string, read: readonly PlacedRow[], gold: GoldPlace, column: string, value: string): string | null {
  const row = findRow(read, gold);
  const only = Object.values(gold.values).filter((one) => one !== null).length === 1;
  const cells = row?.cells.filter((cell) => sameColumn(column, cell.column, only)) ?? [];
  const exact = readNumber(value);
  const right = cells.some(
    (cell) =>
      exact !== null &&
      cell.value === exact &&
      cell.yuan === toYuan(exact, gold.table.unit ?? '万元') &&
      readNumber(text.slice(cell.start, cell.end)) === exact,
  );
  if (right) return null;
  const got =
    cells.map((cell) => `${cell.text} = ${cell.yuan} 元`).join(' | ') ||
    `columns ${row?.cells.map((cell) => cell.column).join(', ') ?? 'none'}`;
  return `${where(gold)}: ${column} is ${value}, read ${got}`;
}

function spurious(row: PlacedRow, marked: readonly GoldPlace[]): string | null {
  if (marked.some((gold) => overlaps(gold, row) && sameLabel(gold, row))) return null;
  return `at ${row.start}: no one printed ${row.code ?? ''} ${row.name ?? ''} ${row.cells.map((cell) => cell.text).join(' ')}`;
}
