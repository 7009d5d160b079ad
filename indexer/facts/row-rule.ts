import type { Figure } from '../../src/figures/figure.ts';
import type { Document } from '../../src/model/document.ts';
import type { ColumnMeaning } from './column-meaning.ts';
import type { Frame } from './prose.ts';
import type { TableFrame } from './table-frame.ts';
import type { Draft } from './to-fact.ts';

/** What is known around a row: its table's titles and note, the names of the rows above by their code, and the balance whose funds follow. */
export interface RowContext {
  readonly frame: Frame;
  readonly table: TableFrame;
  readonly above: ReadonlyMap<string, string>;
  /** 年初结转和结余 or 年末结转和结余, when rows without number behind it part it by fund. */
  readonly balance: Figure | null;
  /** What the heads of a column say; each column is read once. */
  readonly meaningOf: (column: string) => ColumnMeaning | null;
  /** The project that the titles name, where they name one. */
  readonly project: string | null;
}

/** A kind of facts in table rows. A row belongs to the first rule of the list that makes facts of it. */
export interface RowRule {
  readonly name: string;
  readonly looksIn: (document: Document) => boolean;
  readonly facts: (document: Document, context: RowContext) => readonly Draft[];
}
