import { isBlankCell, isFigure } from './cell-kind.ts';
import { mayBeCode } from './code-trail.ts';
import { isKnownHead, isLabelRole } from './column-role.ts';
import type { GridCell, GridLine } from './grid.ts';
import { type Column, type Header, headerOf } from './header.ts';
import { isTotal } from './line-kind.ts';

/**
 * How the rows of a table stand under its head. `aligned`: cell n stands under head n. Otherwise the figures of a regular row begin at `start`
 * and there are `width` of them, which take the `values` in order. More figures than values: the last ones stand under no head (`extra`).
 * `cells` is the number of cells, blank ones too, that nearly every row has; null where they differ.
 */
export interface Layout {
  readonly header: Header;
  readonly values: readonly Column[];
  readonly aligned: boolean;
  readonly start: number;
  readonly width: number;
  readonly extra: number;
  readonly cells: number | null;
}

/** Four of five rows with several figures must fit their heads for the rest to be called shifted. */
const REGULAR_SHARE = 0.8;

export function readLayout(printed: Header, rows: readonly GridLine[]): Layout {
  const telling = rows.filter((row) => row.cells.filter((cell) => isFigure(cell.kind)).length > 1);
  const header = withRolesSeen(withNamesSeen(printed, telling), rows);
  const values = header.columns.filter((column) => column.path !== '' && !isLabelRole(column.role));
  const judged = telling.length > 0 ? telling : rows;
  const fitting = judged.filter((row) => fitsColumns(row.cells, header.columns)).length;
  const aligned = fitting >= judged.length * REGULAR_SHARE && !isOffset(header, rows);
  const first = header.columns.findIndex((column) => values.includes(column));
  const cells = usualCells(telling);
  if (aligned) return { header, values, aligned, start: first, width: values.length, extra: 0, cells };
  const starts = rows.map((row) => firstValue(row.cells)).filter((at) => at >= 0);
  const start = mostFrequent(starts);
  const regular = start < 0 ? [] : rows.filter((row) => firstValue(row.cells) === start);
  const room = Math.min(...regular.map((row) => row.cells.length - start), values.length);
  const width = Math.max(room, usualWidth(regular.map((row) => lastPrinted(row.cells) - start + 1)));
  return {
    header,
    values,
    aligned,
    start,
    width,
    extra: values.some((column) => column.role === 'text') ? 0 : Math.max(0, width - values.length),
    cells,
  };
}

/** A total has no code: digits right before one are a figure of what stands at their left (合计 | | 30113 | 合计). */
const isFigureOfTotal = (cells: readonly GridCell[], at: number): boolean => {
  const next = cells[at + 1];
  return at > 0 && cells[at]?.kind === 'number' && next !== undefined && next.kind === 'text' && isTotal(next);
};

/** Does every printed cell suit the head above it? */
export function fitsColumns(cells: readonly GridCell[], columns: readonly Column[]): boolean {
  return cells.every(
    (cell, at) => isBlankCell(cell.kind) || (suits(cell, columns[at]) && !(columns[at]?.role === 'code' && isFigureOfTotal(cells, at))),
  );
}

// 116001
const UNIT_CODE = /^\d{3,12}$/;
const LINE_NUMBER = /^\d{1,4}$/;

function suits(cell: GridCell, column: Column | undefined): boolean {
  if (column === undefined || column.path === '') return false;
  switch (column.role) {
    case 'code':
      return cell.kind === 'text' || mayBeCode(cell.plain);
    case 'unit-code':
      return cell.kind === 'text' || UNIT_CODE.test(cell.plain);
    case 'name':
    case 'group':
      return !isFigure(cell.kind);
    case 'line':
      return cell.kind === 'text' ? cell.plain.length <= 4 : LINE_NUMBER.test(cell.plain);
    case 'money':
      return isFigure(cell.kind);
    default:
      return true;
  }
}

/** 项目资金（万元）| | | 年初预算数: a label merged over columns to its right, in one of which rows bear names (年度资金总额, 其中：财政拨款) and never a figure. */
function withNamesSeen(header: Header, rows: readonly GridLine[]): Header {
  if (header.columns.some((column) => column.role === 'name' || column.role === 'code')) return header;
  const names = header.columns.findIndex((_, at) => mergedLabel(header.columns, at) !== null && holdsNames(at, rows));
  const label = names < 0 ? null : mergedLabel(header.columns, names);
  if (label === null) return header;
  return headerOf(header.columns.map((column, at) => (at === names ? { ...label, role: 'name' } : column)));
}

/** The head at the left that reaches over a column without any. */
function mergedLabel(columns: readonly Column[], at: number): Column | null {
  if (columns[at]?.path !== '') return null;
  const left = columns.slice(0, at).findLast((column) => column.path !== '');
  return left?.role === 'group' ? left : null;
}

const holdsNames = (at: number, rows: readonly GridLine[]): boolean =>
  rows.some((row) => row.cells[at]?.kind === 'text') && rows.every((row) => !isFigure(row.cells[at]?.kind ?? 'empty'));

/** A column whose head says nothing holds words if at least two rows, and half of them, do: names where no other names stand before it. */
function withRolesSeen(header: Header, rows: readonly GridLine[]): Header {
  const seen = header.columns.map((column, at) => (isWordColumn(column, at, rows) ? ('text' as const) : column.role));
  const named = header.columns.some((column) => column.role === 'name' || column.role === 'code');
  const first = named
    ? -1
    : seen.findIndex((role, at) => role === 'text' && seen.slice(0, at).every((one) => one !== 'money' && one !== 'measure'));
  const roles = seen.map((role, at) => (at === first ? ('name' as const) : role));
  if (roles.every((role, at) => role === header.columns[at]?.role)) return header;
  return headerOf(header.columns.map((column, at) => ({ ...column, role: roles[at] ?? column.role })));
}

function isWordColumn(column: Column, at: number, rows: readonly GridLine[]): boolean {
  if (column.path === '' || column.role !== 'money' || isKnownHead(column.keys.at(-1) ?? '')) return false;
  const words = rows.filter((row) => row.cells[at]?.kind === 'text').length;
  return words >= 2 && words * 2 >= rows.length;
}

// 本年收入合计 合计 小计 总计: filled wherever anything to its right is
const TOTAL_HEAD = /(?:合计|总计|小计)$/;
export const isTotalHead = (column: Column | undefined): boolean => TOTAL_HEAD.test(column?.keys.at(-1) ?? '');

/** No row has a figure under the total at the left, and yet all have figures: they do not stand under their heads. */
function isOffset(header: Header, rows: readonly GridLine[]): boolean {
  const first = header.columns.findIndex((column) => column.path !== '' && !isLabelRole(column.role));
  if (first < 0 || header.blocks.length > 1 || !isTotalHead(header.columns[first])) return false;
  const filled = rows.filter((row) => row.cells.slice(first).some((cell) => isFigure(cell.kind)));
  return filled.length > 0 && filled.every((row) => !isFigure(row.cells[first]?.kind ?? 'empty'));
}

/** Index of the first figure after the words of a row; of the first figure where it has no words. -1: no figure. */
export function firstValue(cells: readonly GridCell[]): number {
  const words = cells.findIndex((cell) => cell.kind === 'text');
  const at = cells.findIndex((cell, index) => index > words && isFigure(cell.kind));
  return at;
}

export const lastPrinted = (cells: readonly GridCell[]): number => cells.findLastIndex((cell) => cell.kind !== 'empty');

/** A width that fewer rows reach is an accident of theirs. */
const USUAL_SHARE = 0.2;

/** The largest width that a fifth of the rows reach. */
function usualWidth(widths: readonly number[]): number {
  const sorted = widths.toSorted((a, b) => b - a);
  return sorted[Math.max(0, Math.ceil(sorted.length * USUAL_SHARE) - 1)] ?? 0;
}

/** So many rows, and such a share of them, must have the same number of cells for another number to be a fault. */
const LEAST_ROWS = 8;
const SAME_SHARE = 0.9;

function usualCells(rows: readonly GridLine[]): number | null {
  const counts = rows.map((row) => row.cells.length);
  const usual = mostFrequent(counts);
  const share = counts.filter((count) => count === usual).length;
  return rows.length >= LEAST_ROWS && share >= rows.length * SAME_SHARE ? usual : null;
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  let best = -1;
  for (const [one, count] of counts) if (best < 0 || count > (counts.get(best) ?? 0)) best = one;
  return best;
}
