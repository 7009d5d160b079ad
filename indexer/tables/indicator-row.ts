import { isBlankCell, isFigure } from './cell-kind.ts';
import { headWord, isLabelRole } from './column-role.ts';
import type { GridCell, GridLine } from './grid.ts';
import type { Column, Header } from './header.ts';
import { doubtful, type RowDraft, spanOf, type Value } from './row-draft.ts';

// 产出指标 数量指标 服务对象满意度指标 可持续影响指标 社会成本指标: the levels above an indicator
const LEVEL =
  /^(?:(?:项目)?年度绩效指标(?:\(\d{1,3}分\))?|(?:成本|产出|效益|满意度|(?:经济|社会|生态环境)成本|数量|质量|时效|(?:经济|社会|生态)效益|可持续(?:性)?(?:影响|发展)|服务对象满意度|管理|决策|过程)指标(?:\(\d{1,3}分\))?)$/;

export const isIndicatorLevel = (key: string): boolean => key.length <= 20 && key.includes('指标') && LEVEL.test(key);

// 指标名称 三级指标
const INDICATOR_NAME = /^(?:指标名称|三级指标|绩效指标)$/;
/** The head of the names of indicators. */
export const isIndicatorName = (column: Column): boolean => column.role === 'name' && INDICATOR_NAME.test(column.keys.at(-1) ?? '');

/** Heads with levels of indicators above a name: 一级指标 | 二级指标 | 指标名称 | 年初目标值 | 实际完成值 | 得分. */
export const isIndicatorTable = (header: Header): boolean =>
  header.columns.some((column) => column.role === 'group') && header.columns.some(isIndicatorName);

/**
 * An indicator with what stands behind it. The printed columns shift by one or more, so the levels are known by their words and taken off;
 * what is left must be a name and one cell for each head behind it. A name alone is a row without figures.
 */
export function readIndicator(line: GridLine, header: Header): RowDraft {
  const name = header.columns.findIndex(isIndicatorName);
  const whole = tailOf(header);
  const printed = line.cells.filter((cell) => cell.kind !== 'empty');
  const rest = atItsHeads(line.cells, name, whole.length) ?? withoutLevels(printed);
  const tail = saysNoReason(rest, whole) ? whole.slice(0, -1) : whole;
  const levels = printed.filter((cell) => !rest.includes(cell));
  const total = totalScore(rest, tail);
  if (total !== null) return { ...doubtful(printed, [asLabel(total.label)], null), values: total.values };
  if (rest.length !== tail.length && rest.length !== 1) {
    return rest.length === 0
      ? doubtful(printed, levels.map(asLabel), null)
      : doubtful(printed, [], `指标之后有 ${rest.length} 格，表头有 ${tail.length} 栏`);
  }
  const [label, ...values] = rest;
  return {
    ...spanOf(printed),
    bare: false,
    side: null,
    labels: label === undefined ? [] : [{ cell: label, column: tail[0] ?? null }],
    values: values.map((cell, at) => ({ cell, column: tail[at + 1] ?? null })),
    header: [...levels.map(() => ''), ...rest.map((_, at) => tail[at]?.path ?? '')],
    printed: [...levels, ...rest].map(({ start, end }) => ({ start, end })),
    doubt: null,
  };
}

/** 偏差原因分析 is blank where the target was reached: then the last cell is a figure. */
const saysNoReason = (rest: readonly GridCell[], tail: readonly Column[]): boolean =>
  rest.length < tail.length && tail.at(-1)?.role === 'text' && isFigure(rest.at(-1)?.kind ?? 'empty');

/** The name and all heads behind it. */
const tailOf = (header: Header): Column[] =>
  header.columns
    .slice(header.columns.findIndex(isIndicatorName))
    .filter((column, at) => column.path !== '' && (at === 0 || !isLabelRole(column.role)));

/** An indicator printed one cell a line: such lines are one row, if together they are a name with a cell for each head behind it. */
export function joinVertical(rows: readonly GridLine[], header: Header): GridLine[] {
  if (!isIndicatorTable(header)) return [...rows];
  const count = tailOf(header).length;
  const joined: GridLine[] = [];
  let run: GridLine[] = [];
  const close = (): void => {
    const cells = run.flatMap((line) => line.cells.filter((cell) => cell.kind !== 'empty'));
    if (run.length > 1 && withoutLevels(cells).length === count) joined.push({ line: run[0]?.line ?? 0, parted: true, cells });
    else joined.push(...run);
    run = [];
  };
  for (const row of rows) {
    const alone = row.cells.filter((cell) => cell.kind !== 'empty').length === 1;
    const level = isIndicatorLevel(row.cells.find((cell) => cell.kind !== 'empty')?.key ?? '');
    if (
      !alone ||
      (level && run.length > 0 && !run.every((line) => isIndicatorLevel(line.cells.find((cell) => cell.kind !== 'empty')?.key ?? '')))
    )
      close();
    if (alone) run.push(row);
    else joined.push(row);
  }
  close();
  return joined;
}

// 总分 | 98.73, or 总分 | 100 | 98.73: the sum of the scores, which stand in the last column, perhaps behind that of the points
const TOTAL_SCORE = /^(?:总分|合计|总计|得分合计)$/;

function totalScore(rest: readonly GridCell[], tail: readonly Column[]): { label: GridCell; values: readonly Value[] } | null {
  const [label, ...figures] = rest;
  const columns = tail.slice(-figures.length);
  const heads = columns.map((column) => headWord(column.keys.at(-1) ?? ''));
  const isScore = heads.at(-1) === '得分' && (heads.length === 1 || (heads.length === 2 && POINTS.has(heads[0] ?? '')));
  if (label === undefined || !isScore || !TOTAL_SCORE.test(label.key) || !figures.every((cell) => cell.kind === 'number')) return null;
  return { label, values: figures.map((cell, at) => ({ cell, column: columns[at] ?? null })) };
}

const POINTS: ReadonlySet<string> = new Set(['分值', '权重', '分值权重']);

const asLabel = (cell: GridCell) => ({ cell, column: null });

/** Every head from the name on has its cell, and nothing stands behind them. */
function atItsHeads(cells: readonly GridCell[], name: number, count: number): GridCell[] | null {
  const own = cells.slice(name, name + count);
  const filled = own.length === count && own.every((cell) => cell.kind !== 'empty');
  return filled && cells.slice(name + count).every((cell) => isBlankCell(cell.kind)) ? own : null;
}

function withoutLevels(printed: readonly GridCell[]): GridCell[] {
  const first = printed.findIndex((cell) => !isIndicatorLevel(cell.key));
  return first < 0 ? [] : printed.slice(first);
}
