import type { Measure } from '../../../src/model/amount.ts';
import type { Document } from '../../../src/model/document.ts';
import type { Cell, Row } from '../../../src/model/row.ts';
import { cellUnit } from '../../tables/cell-unit.ts';
import type { ColumnMeaning } from '../column-meaning.ts';
import { fundSaid } from '../fund.ts';
import { rowItem } from '../row-item.ts';
import type { RowContext, RowRule } from '../row-rule.ts';
import type { Draft } from '../to-fact.ts';

/** Cells of the standard tables: 2080501 行政单位离退休 | 基本支出 | 57.43, under 支出决算表, 单位：万元. */
export const tableRows: RowRule = {
  name: 'table-rows',
  looksIn: (document) => document.category !== '附件绩效' && document.category !== '预算绩效',
  facts: (document, context) => (document.row?.cells ?? []).flatMap((cell) => factOfCell(document, cell, context)),
};

function factOfCell(document: Document, cell: Cell, context: RowContext): Draft[] {
  const { row } = document;
  const column = context.meaningOf(cell.column);
  if (row === null || column === null || cell.value === null || isHalfRead(row, cell)) return [];
  const measure = measureOf(column, cell, context);
  const what = rowItem(row, column, context);
  if (measure === null || what === null) return [];
  const year = column.year === undefined ? context.frame.year : column.year;
  return [
    {
      report: document.report,
      document: document.id,
      from: 'row',
      ...what,
      figure: what.figure?.id ?? null,
      measure,
      period: year === null ? null : String(year),
      fund: column.fund ?? fundSaid(row.name) ?? context.table.fund,
      part: column.part ?? what.figure?.part ?? context.table.part,
      side: what.figure?.side ?? row.side ?? column.side ?? context.table.side,
      table: document.table,
      column: cell.column,
      text: cell.text,
      value: cell.value,
      unit: cellUnit(cell, row),
      yuan: cell.yuan,
      start: cell.start,
      end: cell.end,
    },
  ];
}

// 收入
const SIDE_ALONE = /^\s*(?:收入|支出)\s*$/;

/** Under 收入 alone, on no side: a two-sided table whose sides were not parted. Its figures may be of the other side. */
const isHalfRead = (row: Row, cell: Cell): boolean => row.side === null && SIDE_ALONE.test(cell.column);

const rates: ReadonlySet<Measure> = new Set<Measure>(['完成率', '占比', '同比增减率']);

/** From the heads; else the title says 决算 or 预算; else the kind of report. 预算数 is what the note says it is. */
function measureOf({ measure }: ColumnMeaning, cell: Cell, { table, frame }: RowContext): Measure | null {
  const said =
    measure ??
    (table.kind === '决算'
      ? '决算'
      : table.kind === '预算'
        ? '预算数'
        : frame.kind === '决算'
          ? '决算'
          : frame.kind === '预算'
            ? '预算数'
            : null);
  if (said === null || said === '得分' || said === '目标值' || said === '完成值') return null;
  if (rates.has(said) !== (cell.yuan === null)) return null;
  return said === '预算数' ? table.budget : said;
}
