import { figureById } from '../../../src/figures/lookup.ts';
import type { Measure } from '../../../src/model/amount.ts';
import type { Document } from '../../../src/model/document.ts';
import { halfWidth } from '../../../src/text/half-width.ts';
import { toYuan } from '../../../src/text/money.ts';
import { foldString } from '../../../src/text/normal-form.ts';
import { cellUnit } from '../../tables/cell-unit.ts';
import type { RowContext, RowRule } from '../row-rule.ts';
import type { Draft } from '../to-fact.ts';

/** Budget lines and indicators of performance tables: 预算数 | 执行数 | 执行率 of the project that the title names; 目标值 | 完成值 | 得分 of an indicator. */
export const projectRows: RowRule = {
  name: 'project-rows',
  looksIn: (document) => document.row !== null && document.row.doubt === null && (document.table ?? '').includes('自评'),
  facts: (document, context) => {
    const owner = ownerOf(document, context);
    return owner === null ? [] : cellsOf(document, owner, context);
  },
};

interface Owner {
  readonly item: string;
  readonly figure: string | null;
}

/** The project, or the department as a whole, that the titles name. */
function ownerOf({ path, table }: Document, { project }: RowContext): Owner | null {
  if (project !== null) return { item: project, figure: null };
  const titles = [...path, ...(table === null ? [] : [table])];
  const whole = figureById('overall');
  return whole !== null && titles.slice(-2).some((title) => title.includes('整体')) ? { item: whole.label, figure: whole.id } : null;
}

// 年度资金总额：    (all funds of the project, whose parts stand beneath)
const ALL_FUNDS = /^(?:年度|实施期)?(?:财政)?资金总额:?$/;
const TOTAL = /^(?:总分|总计|合计|总得分)$/;
// 保障机关正常运转。 (a goal that is told, no indicator)
const GOAL = /[。；;]|.{60}/;

const ofIndicator: ReadonlySet<Measure> = new Set<Measure>(['目标值', '完成值', '得分']);

function cellsOf(document: Document, owner: Owner, context: RowContext): Draft[] {
  const { row } = document;
  if (row === null) return [];
  const name = row.name !== null && ALL_FUNDS.test(foldString(row.name)) ? null : row.name;
  return row.cells.flatMap((cell) => {
    const measure = context.meaningOf(cell.column)?.measure ?? null;
    if (measure === null) return [];
    const isTotal = name !== null && TOTAL.test(name) && measure === '得分';
    const isIndicator = name !== null && !isTotal && ofIndicator.has(measure) && !GOAL.test(name);
    const figure =
      isIndicator || isTotal ? indicatorFigure(cell.text, cell.value, measure) : budgetFigure(cell, measure, cellUnit(cell, row));
    if (figure === null || (name !== null && !isIndicator && !isTotal)) return [];
    const year = context.frame.year;
    return [
      {
        report: document.report,
        document: document.id,
        from: isIndicator ? ('indicator' as const) : ('project' as const),
        item: isIndicator ? (name ?? owner.item) : owner.item,
        figure: isIndicator ? null : owner.figure,
        code: null,
        codeInferred: false,
        subject: isIndicator ? [owner.item, name ?? ''] : [],
        measure: measure === '预算数' ? context.table.budget : measure,
        period: year === null ? null : String(year),
        fund: null,
        part: null,
        side: isIndicator || isTotal ? null : ('支出' as const),
        table: document.table,
        column: cell.column,
        text: cell.text,
        ...figure,
        start: cell.start,
        end: cell.end,
      },
    ];
  });
}

interface CellFigure {
  readonly value: string;
  readonly unit: string | null;
  readonly yuan: string | null;
}

const budgets: ReadonlySet<Measure> = new Set<Measure>(['预算数', '年初预算', '全年预算', '决算']);

function budgetFigure(cell: { value: string | null; yuan: string | null }, measure: Measure, unit: string | null): CellFigure | null {
  if (cell.value === null) return null;
  if (budgets.has(measure)) return cell.yuan === null ? null : { value: cell.value, unit, yuan: cell.yuan };
  if (measure === '完成率') return cell.yuan === null ? { value: cell.value, unit, yuan: null } : null;
  return null;
}

// 12次 / 100% / ≥60篇 / 95.5 (in a column of targets a bound is the target)
const TARGET = /^\s*[≥≤≧≦<>]?\s*(\d{1,12}(?:\.\d{1,6})?)\s*(\p{Script=Han}{1,3}|%)?\s*$/u;
const DONE = /^\s*(\d{1,12}(?:\.\d{1,6})?)\s*(\p{Script=Han}{1,3}|%)?\s*$/u;

/** An indicator's number with its unit; null where the cell holds words or two numbers. */
function indicatorFigure(text: string, value: string | null, measure: Measure): CellFigure | null {
  if (measure === '得分') return value === null ? null : { value, unit: '分', yuan: null };
  const found = (measure === '目标值' ? TARGET : DONE).exec(halfWidth(text));
  if (found?.[1] === undefined) return null;
  const unit = found[2] ?? null;
  return { value: found[1], unit, yuan: unit?.endsWith('元') ? toYuan(found[1], unit) : null };
}
