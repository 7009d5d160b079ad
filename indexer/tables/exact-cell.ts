import type { Cell } from '../../src/model/row.ts';
import { toYuan } from '../../src/text/money.ts';
import { readNumber } from '../../src/text/number.ts';
import { plainFigure } from './cell-kind.ts';
import type { Value } from './row-draft.ts';
import { unitOfFigure, unitOfHead } from './units.ts';

/**
 * The cell of a row: its exact value as a decimal, and in 元 where it is money whose unit is known: printed behind the figure, in the head of its column,
 * or `unit`, the one that reaches this row. Words under a head for figures (达标, ≥5台) stay with value null. null where there is nothing to keep: words in a column of words.
 */
export function exactCell({ column, cell }: Value, unit: string | null): Cell | null {
  const role = column?.role ?? 'money';
  if (role === 'text' && cell.kind !== 'money') return null;
  if (cell.kind === 'dash' || (role === 'money' && cell.kind === 'text')) return null;
  const own = cell.kind === 'money' ? unitOfFigure(plainFigure(cell.text)) : null;
  const value = cell.kind === 'text' ? null : readNumber(own === null ? cell.text : plainFigure(cell.text).slice(0, -own.length));
  const counts = own ?? (role === 'money' && cell.kind === 'number' ? (headUnit(column?.keys ?? []) ?? unit) : null);
  const yuan = value !== null && counts !== null ? toYuan(value, counts) : null;
  return { column: column?.path ?? '', text: cell.text, value, yuan, start: cell.start, end: cell.end };
}

const headUnit = (keys: readonly string[]): string | null =>
  keys.reduceRight<string | null>((found, key) => found ?? unitOfHead(key), null);
