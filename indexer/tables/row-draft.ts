import type { Span } from '../../src/model/span.ts';
import type { GridCell } from './grid.ts';
import type { Column } from './header.ts';

/** A figure of a row with the column it stands in; null: a figure more than there are heads, in no column that could be named. */
export interface Value {
  readonly column: Column | null;
  readonly cell: GridCell;
}

/** The cells that say which row it is, with the column each stands in where that is certain. */
export interface LabelCell {
  readonly column: Column | null;
  readonly cell: GridCell;
}

/** One record of a printed line as the grid gives it, before codes, units and exact values. `bare`: nothing but its 行次. */
export interface RowDraft {
  readonly start: number;
  readonly end: number;
  readonly bare: boolean;
  /** Words alone that may be the rest of a neighbour's name; a row only if they are. */
  readonly part?: boolean;
  readonly side: '收入' | '支出' | null;
  readonly labels: readonly LabelCell[];
  readonly values: readonly Value[];
  readonly header: readonly string[];
  readonly printed: readonly Span[];
  readonly doubt: string | null;
}

export const spanOf = (cells: readonly GridCell[]): Span => {
  const printed = cells.filter((cell) => cell.kind !== 'empty');
  return { start: printed[0]?.start ?? 0, end: printed.at(-1)?.end ?? 0 };
};

/** A record that stays text: its figures are found by search, but stand in no column. */
export const doubtful = (cells: readonly GridCell[], labels: readonly LabelCell[], doubt: string | null): RowDraft => ({
  ...spanOf(cells),
  bare: false,
  side: null,
  labels,
  values: [],
  header: [],
  printed: cells.filter((cell) => cell.kind !== 'empty').map(({ start, end }) => ({ start, end })),
  doubt,
});
