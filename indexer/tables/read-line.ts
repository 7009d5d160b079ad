import { isBlankCell, isFigure } from './cell-kind.ts';
import { isKnownHead, isLabelRole } from './column-role.ts';
import type { GridCell, GridLine } from './grid.ts';
import type { Block, Column } from './header.ts';
import { isIndicatorTable, readIndicator } from './indicator-row.ts';
import { whyIrregular } from './irregular-row.ts';
import { firstValue, fitsColumns, isTotalHead, type Layout, lastPrinted } from './layout.ts';
import { doubtful, type LabelCell, type RowDraft, spanOf, type Value } from './row-draft.ts';
import { readSequence, toRuns } from './sequence-row.ts';

/** The records of one printed line. Never guesses: what does not fit the table's layout becomes one doubtful record. */
export function readLine(line: GridLine, layout: Layout): RowDraft[] {
  if (layout.values.length === 0) return withoutHeads(line);
  if (isIndicatorTable(layout.header)) return [readIndicator(line, layout.header)];
  if (!line.parted) return readSequence(line.cells, layout);
  if (layout.aligned || layout.header.blocks.length > 1) {
    if (fitsColumns(line.cells, layout.header.columns)) {
      const drafts = layout.header.blocks.flatMap((block) => underHeads(line, block, layout.header.columns));
      const irregular =
        layout.header.blocks.length > 1
          ? null
          : whyIrregular(line.cells, line.cells.slice(layout.start, lastPrinted(line.cells) + 1), layout);
      if (irregular !== null) return [asText(line.cells, irregular)];
      return layout.header.blocks.length > 1 && drafts.some(isNameless) ? (whole(readSequence(line.cells, layout)) ?? drafts) : drafts;
    }
    if (layout.header.blocks.length > 1) return readSequence(line.cells, layout);
  }
  return [inOrder(line, layout)];
}

/** Figures of one part whose name stands in the part before it: 公用经费合计 | | | | 149.84 over two blocks. */
const isNameless = ({ values, labels, header }: RowDraft): boolean =>
  values.length > 0 && labels.length === 0 && header.length > values.length;
const whole = (drafts: RowDraft[]): RowDraft[] | null =>
  drafts.every((draft) => draft.doubt === null && !isNameless(draft)) ? drafts : null;

/** One figure more than heads is read only under heads that are all known ones: then it is the last that has lost its head. */
const mayHaveExtra = ({ extra, values }: Layout): boolean =>
  extra === 0 || (extra === 1 && values.every((column) => isKnownHead(column.keys.at(-1) ?? '')));

/** Each cell belongs to the head above it. */
function underHeads(line: GridLine, block: Block, columns: readonly Column[]): RowDraft[] {
  const cells = line.cells.slice(block.from, block.to);
  if (cells.every((cell) => cell.kind === 'empty')) return [];
  const placed = cells.map((cell, at) => ({ cell, column: columns[block.from + at] ?? null }));
  const labels = placed.filter(({ cell, column }) => !isBlankCell(cell.kind) && column !== null && isLabelRole(column.role));
  const values = placed.filter(({ cell, column }) => cell.kind !== 'empty' && column !== null && !isLabelRole(column.role));
  return [
    {
      ...spanOf(cells),
      bare: values.length === 0 && labels.every(({ column }) => column?.role === 'line'),
      side: block.side,
      labels,
      values,
      header: placed.map(({ column }) => column?.path ?? ''),
      printed: cells.map(({ start, end }) => ({ start, end })),
      doubt: null,
    },
  ];
}

/** The figures stand beside their heads, or the row is shifted: they take the heads in order, where none can be missing. */
function inOrder(line: GridLine, layout: Layout): RowDraft {
  const { cells } = line;
  const figure = firstValue(cells);
  const words = cells.findLastIndex((cell, at) => cell.kind === 'text' && (figure < 0 || at < figure));
  if (figure < 0) return record(cells, lastPrinted(cells) + 1, [], layout);
  const regular = words < layout.start && figure >= layout.start && !(figure > layout.start && isTotalHead(layout.values[0]));
  const from = regular ? layout.start : Math.max(words + 1, Math.min(figure, layout.start));
  const to = lastPrinted(cells) + 1;
  const row = cells.slice(regular ? from : figure, to);
  const whole = row.every((cell) => isFigure(cell.kind) || cell.kind === 'dash');
  if (!regular && !(whole && (row.length === layout.values.length || row.length === layout.width))) {
    return asText(cells, `整行错位，${row.length} 个数字对 ${layout.values.length} 个栏目`);
  }
  if (regular && row.length > Math.max(layout.width, layout.values.length)) {
    return asText(cells, `${row.length} 格对 ${layout.values.length} 个栏目`);
  }
  if (regular && (layout.width < layout.values.length || !mayHaveExtra(layout))) {
    return asText(cells, `${layout.width} 列数字对 ${layout.values.length} 个栏目`);
  }
  const irregular = whyIrregular(cells, row, layout);
  if (irregular !== null) return asText(cells, irregular);
  return record(cells, regular ? from : figure, row, layout);
}

function asText(cells: readonly GridCell[], doubt: string): RowDraft {
  return doubtful(cells, labelsBefore(cells, firstValue(cells)), doubt);
}

const labelsBefore = (cells: readonly GridCell[], to: number): LabelCell[] =>
  cells.slice(0, to).flatMap((cell) => (isBlankCell(cell.kind) ? [] : [{ cell, column: null }]));

function record(cells: readonly GridCell[], from: number, row: readonly GridCell[], layout: Layout): RowDraft {
  const labels = labelsBefore(cells, from);
  const values: Value[] = row.flatMap((cell, at) => (cell.kind === 'empty' ? [] : [{ cell, column: layout.values[at] ?? null }]));
  return {
    ...spanOf(cells),
    bare: false,
    side: layout.header.blocks[0]?.side ?? null,
    labels,
    values,
    header: [...labels.map(() => ''), ...row.map((_, at) => layout.values[at]?.path ?? '')],
    printed: [...labels.map(({ cell }) => cell), ...row].map(({ start, end }) => ({ start, end })),
    doubt: null,
  };
}

/** No heads: what a figure is cannot be said, unless it carries its own unit (基本支出总额 | 1466.62万元), each with its words. */
function withoutHeads({ cells }: GridLine): RowDraft[] {
  const runs = toRuns(cells);
  const certain = runs.every(({ labels, figures }) => labels.length > 0 && figures.every((cell) => cell.kind === 'money'));
  if (!certain || !runs.some(({ figures }) => figures.length > 0)) {
    const figure = firstValue(cells);
    return [doubtful(cells, labelsBefore(cells, figure < 0 ? cells.length : figure), figure < 0 ? null : '上方没有表头')];
  }
  return runs.map(({ labels, figures }) => ({
    ...doubtful([...labels, ...figures], labelsBefore(labels, labels.length), null),
    values: figures.map((cell) => ({ cell, column: null })),
  }));
}
