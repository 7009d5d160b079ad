import type { Block, NoiseKind } from '../../src/model/block.ts';
import type { Document } from '../../src/model/document.ts';
import type { Section } from '../../src/model/section.ts';
import type { Span } from '../../src/model/span.ts';

/** A leaf of the page: a range of the text. `space` is white space between documents, `noise` what is shown dim, `figure` a figure in running text. */
export type Leaf =
  | { readonly kind: 'text' | 'space'; readonly span: Span }
  | { readonly kind: 'figure'; readonly span: Span; readonly yuan: string | null }
  | { readonly kind: 'noise'; readonly noise: NoiseKind; readonly span: Span };

/** A cell of a shown table. `amount` is what is printed in it: `yuan` in 元, null where it is not money. */
export interface ShownCell {
  readonly leaves: readonly Leaf[];
  /** The heads above it joined by "/", or what a cell of words holds (科目编码, 名称, 行次); null: not known. */
  readonly column: string | null;
  readonly amount: { readonly column: string; readonly yuan: string | null; readonly span: Span } | null;
}

/** One line of a table: of one record, or of several that are printed side by side. */
export interface ShownLine {
  readonly kind: 'header' | 'row';
  /** Empty cells before the first one: TABs at the beginning of the printed line. */
  readonly indent: number;
  readonly cells: readonly ShownCell[];
}

/** What stands on the page, in order. All leaves together tile the window. */
export type Display =
  | { readonly kind: 'heading'; readonly level: number; readonly start: number; readonly leaves: readonly Leaf[] }
  | { readonly kind: 'paragraph'; readonly start: number; readonly leaves: readonly Leaf[] }
  | { readonly kind: 'table'; readonly start: number; readonly unit: string | null; readonly lines: readonly ShownLine[] }
  | { readonly kind: 'noise'; readonly start: number; readonly leaves: readonly Leaf[] };

export interface Source {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly documents: ReadonlyMap<string, Document>;
  readonly outline: readonly Section[];
}

/** Every leaf in order. They tile the window: a test holds it. */
export const leavesOf = (displays: readonly Display[]): readonly Leaf[] =>
  displays.flatMap((display) =>
    display.kind === 'table' ? display.lines.flatMap(({ cells }) => cells.flatMap(({ leaves }) => leaves)) : display.leaves,
  );
