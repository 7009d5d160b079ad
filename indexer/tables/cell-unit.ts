import type { Cell, Row } from '../../src/model/row.ts';
import { toYuan } from '../../src/text/money.ts';
import { plainFigure } from './cell-kind.ts';
import { unitOfFigure } from './units.ts';

const PERCENT = /[%％]\s*$/;
const UNITS = ['万元', '元', '亿元', '千元', '百万元'] as const;

/** The unit of a cell: printed behind its figure, else that of its table; where the head of the column had another, what its value in 元 says. */
export function cellUnit({ text, value, yuan }: Cell, row: Row): string | null {
  if (value === null) return null;
  if (yuan === null) return PERCENT.test(text) ? '%' : null;
  const own = unitOfFigure(plainFigure(text));
  if (own !== null) return own;
  const unit = row.table?.unit ?? null;
  if (unit !== null && (places(yuan) - places(value) === (PLACES.get(unit) ?? Number.NaN) || toYuan(value, unit) === yuan)) return unit;
  return UNITS.find((one) => toYuan(value, one) === yuan) ?? null;
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
