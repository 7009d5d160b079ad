import { isFigure } from './cell-kind.ts';
import { isLabelRole } from './column-role.ts';
import type { Atom } from './flat-atoms.ts';
import type { Block, Column, Header } from './header.ts';
import { type RowDraft, spanOf } from './row-draft.ts';
import type { Run } from './sequence-row.ts';

const LINE_NUMBER = /^\d{1,3}$/;

/**
 * A two-sided table (收入 | 支出) without TABs whose rows carry their 行次: two series of numbers that each rise by one tell the sides apart,
 * so that blank amounts and blank names do no harm. null where a number breaks both series or a row has neither no figure nor all of its side.
 */
export function readTwoSided(atoms: readonly Atom[], header: Header): RowDraft[] | null {
  const sides = header.blocks.map((block) => sideOf(block, header.columns));
  const [left, right] = sides;
  if (left === undefined || right === undefined || sides.length > 2 || !left.line || !right.line) return null;
  const series = new Series();
  const drafts: RowDraft[] = [];
  const first = atoms.findIndex((atom) => !isFigure(atom.kind));
  for (const run of runsOf(atoms.slice(Math.max(0, first)))) {
    const read = readRun(run, series, left, right);
    if (read === null) return null;
    drafts.push(read);
  }
  return drafts;
}

/** Words with the figures behind them. No code stands here: all digits are figures. */
function runsOf(atoms: readonly Atom[]): Run[] {
  const runs: Run[] = [];
  for (const atom of atoms) {
    const run = runs.at(-1);
    if (isFigure(atom.kind) && run !== undefined) run.figures.push(atom);
    else if (run !== undefined && run.figures.length === 0) run.labels.push(atom);
    else runs.push({ labels: [atom], figures: [] });
  }
  return runs;
}

interface Side {
  readonly side: Block['side'];
  readonly line: Column | null;
  readonly values: readonly Column[];
}

function sideOf(block: Block, columns: readonly Column[]): Side {
  const own = columns.slice(block.from, block.to);
  return {
    side: block.side,
    line: own.find((column) => column.role === 'line') ?? null,
    values: own.filter((column) => !isLabelRole(column.role)),
  };
}

/** The next 行次 of each side. The left one begins at 1, the right one wherever its first row says. */
class Series {
  #left = 1;
  #right: number | null = null;

  /** Which side this number belongs to; null where it goes on neither. */
  take(number: number): 'left' | 'right' | null {
    if (number === this.#left) {
      this.#left++;
      return 'left';
    }
    if (this.#right === null ? number > this.#left : number === this.#right) {
      this.#right = number + 1;
      return 'right';
    }
    return null;
  }

  isNext(number: number): boolean {
    return number === this.#left || number === this.#right;
  }
}

function readRun({ labels, figures }: Run, series: Series, left: Side, right: Side): RowDraft | null {
  const [number, ...rest] = figures;
  const taken = number !== undefined && LINE_NUMBER.test(number.plain) ? series.take(Number(number.plain)) : null;
  if (number === undefined || taken === null || labels.length === 0) return null;
  const side = taken === 'left' ? left : right;
  const amounts = rest.slice(0, side.values.length);
  const isAmount = amounts.length > 0 && !isBareNumber(amounts[0]?.plain ?? '', series);
  const values = isAmount ? amounts : [];
  if (values.length > 0 && (values.length < side.values.length || !values.every((cell) => isFigure(cell.kind)))) return null;
  for (const bare of rest.slice(values.length)) if (!LINE_NUMBER.test(bare.plain) || series.take(Number(bare.plain)) === null) return null;
  const cells = [...labels, number, ...values];
  const columns = [...labels.map(() => null), side.line, ...side.values.slice(0, values.length)];
  return {
    ...spanOf(cells),
    bare: false,
    side: side.side,
    labels: [...labels.map((cell) => ({ cell, column: null })), { cell: number, column: side.line }],
    values: values.map((cell, at) => ({ cell, column: side.values[at] ?? null })),
    header: columns.map((column) => column?.path ?? ''),
    printed: cells.map(({ start, end }) => ({ start, end })),
    doubt: null,
  };
}

/** A whole number that is the next 行次 of a side stands for a row without a name; amounts of these tables carry decimals. */
const isBareNumber = (plain: string, series: Series): boolean => LINE_NUMBER.test(plain) && series.isNext(Number(plain));
