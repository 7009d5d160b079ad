import { nameFits } from '../../src/subjects/lookup.ts';
import { isBlankCell, isFigure } from './cell-kind.ts';
import { isLabelRole } from './column-role.ts';
import type { GridCell } from './grid.ts';
import type { Block, Column } from './header.ts';
import type { Layout } from './layout.ts';
import { doubtful, type RowDraft, spanOf } from './row-draft.ts';

/** Words with the figures that follow them. */
export interface Run {
  readonly labels: GridCell[];
  readonly figures: GridCell[];
}

/**
 * A line whose cells do not stand under their heads, read as words and figures in turn: [人员经费合计 1,316.78] [公用经费合计 149.84].
 * Each run must have exactly the figures its part has heads for; parts of the same shape need not be told apart, but a run whose part is unknown keeps only the head they share.
 */
export function readSequence(cells: readonly GridCell[], layout: Layout): RowDraft[] {
  const runs = toRuns(cells);
  const { blocks, columns } = layout.header;
  const parts = blocks.map((block) => shapeOf(block, columns));
  const inOrder = runs.length === parts.length;
  const drafts = runs.map((run, at) => readRun(run, inOrder ? parts[at] : shared(parts)));
  if (drafts.every((draft): draft is RowDraft => draft !== null)) return drafts;
  const printed = cells.filter((cell) => cell.kind !== 'empty');
  return [
    doubtful(
      printed,
      (runs[0]?.labels ?? []).map((cell) => ({ cell, column: null })),
      '数字个数与栏目不符',
    ),
  ];
}

interface Shape {
  readonly side: Block['side'];
  readonly hasLine: boolean;
  readonly values: readonly Column[];
}

const shapeOf = (block: Block, columns: readonly Column[]): Shape => {
  const own = columns.slice(block.from, block.to).filter((column) => column.path !== '');
  return {
    side: block.side,
    hasLine: own.some((column) => column.role === 'line'),
    values: own.filter((column) => !isLabelRole(column.role)),
  };
};

/** What all parts have in common: the lowest heads, where they are the same in each. */
function shared(parts: readonly Shape[]): Shape | undefined {
  const leaves = parts.map((part) => part.values.map((column) => column.path.split('/').at(-1) ?? ''));
  const first = parts[0];
  if (first === undefined || !leaves.every((heads) => heads.join('/') === leaves[0]?.join('/'))) return undefined;
  return {
    side: null,
    hasLine: first.hasLine,
    values: first.values.map((column) => ({ ...column, path: column.path.split('/').at(-1) ?? '' })),
  };
}

// 201 | 2010301: digits before words are a code, not a figure
const CODE = /^\d{2,7}$/;

/** The printed cells of a line as words and figures in turn. */
export function toRuns(cells: readonly GridCell[]): Run[] {
  const runs: Run[] = [];
  const printed = cells.filter((cell) => cell.kind !== 'empty');
  for (const [at, cell] of printed.entries()) {
    const run = runs.at(-1);
    const fresh = run === undefined || run.figures.length > 0;
    const coded = isCode(cell, printed[at + 1]) && (fresh || isNextCode(run, cell, printed[at + 1]));
    if (coded || (cell.kind === 'text' && fresh)) runs.push({ labels: [cell], figures: [] });
    else if (cell.kind === 'text') run?.labels.push(cell);
    else if (run === undefined) runs.push({ labels: [], figures: [cell] });
    else run.figures.push(cell);
  }
  return runs;
}

const isCode = (cell: GridCell, next: GridCell | undefined): boolean => CODE.test(cell.plain) && next?.kind === 'text';

/** An amount may be blank, then the code of the next record follows a name: 30201 | 办公费 | 31002 | 办公设备购置. */
const isNextCode = (run: Run, cell: GridCell, next: GridCell | undefined): boolean =>
  run.labels.at(-1)?.kind === 'text' && nameFits(cell.plain, next?.plain ?? '') === true;

function readRun({ labels, figures }: Run, shape: Shape | undefined): RowDraft | null {
  if (shape === undefined) return null;
  const [first, ...rest] = figures;
  const hasLine = shape.hasLine && first !== undefined && /^\d{1,4}$/.test(first.plain);
  const row = hasLine ? rest : figures;
  if (row.length > 0 && row.length !== shape.values.length) return null;
  if (!row.every((cell) => isFigure(cell.kind) || isBlankCell(cell.kind))) return null;
  const all = [...labels, ...figures];
  const line: Column = { path: '行次', keys: ['行次'], role: 'line' };
  return {
    ...spanOf(all),
    bare: labels.length === 0 && row.length === 0,
    side: shape.side,
    labels: [...labels.map((cell) => ({ cell, column: null })), ...(hasLine && first ? [{ cell: first, column: line }] : [])],
    values: row.map((cell, at) => ({ cell, column: shape.values[at] ?? null })),
    header: [...labels.map(() => ''), ...(hasLine ? [line.path] : []), ...shape.values.slice(0, row.length).map((column) => column.path)],
    printed: all.map(({ start, end }) => ({ start, end })),
    doubt: null,
  };
}
