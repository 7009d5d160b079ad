import type { Figure } from '../../src/figures/figure.ts';
import type { Document } from '../../src/model/document.ts';
import type { Cell, Row } from '../../src/model/row.ts';
import { toYuan } from '../../src/text/money.ts';
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

const PERCENT = /[%％]\s*$/;

/** The unit of a cell: its own percent sign, else that of its table; where the head of the column had another, what its value in 元 says. */
export function cellUnit(cell: Cell, row: Row): string | null {
  if (cell.value === null) return null;
  if (cell.yuan === null) return PERCENT.test(cell.text) ? '%' : null;
  const unit = row.table?.unit ?? null;
  const { value, yuan } = cell;
  if (unit !== null && (places(yuan) - places(value) === (PLACES.get(unit) ?? Number.NaN) || toYuan(value, unit) === yuan)) return unit;
  return ['万元', '元', '亿元'].find((one) => toYuan(value, one) === yuan) ?? null;
}

const PLACES: ReadonlyMap<string, number> = new Map([
  ['元', 0],
  ['万元', 4],
]);

/** Digits before the point. */
const places = (value: string): number => {
  const point = value.indexOf('.');
  return (point < 0 ? value.length : point) - (value.startsWith('-') ? 1 : 0);
};
