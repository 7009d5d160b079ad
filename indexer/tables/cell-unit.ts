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
  const unit = row.table?.unit;
  return [...(unit ? [unit] : []), ...UNITS].find((one) => toYuan(value, one) === yuan) ?? null;
}
