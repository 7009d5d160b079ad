import type { Decimal } from 'decimal.js';
import { InvalidInputError } from '../errors.ts';
import { Exact } from './exact.ts';
import { foldString } from './normal-form.ts';
import { readNumber } from './number.ts';

/** Units of money in 元, as powers of ten. */
const powers: ReadonlyMap<string, number> = new Map([
  ['元', 0],
  ['百元', 2],
  ['千元', 3],
  ['万元', 4],
  ['十万元', 5],
  ['百万元', 6],
  ['千万元', 7],
  ['亿元', 8],
  ['万亿元', 12],
  ['万', 4],
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
  ['万亿', 12],
]);

export const isMoneyUnit = (unit: string): boolean => powers.has(unit);

/** A decimal string in 元, sign kept, exact: ("13608.60", "万元") -> "136086000". null where the unit is not money. */
export function toYuan(value: string, unit: string): string | null {
  const power = powers.get(unit);
  return power === undefined ? null : (shifted(value, power) ?? new Exact(value).times(new Exact(10).pow(power)).toFixed());
}

// 13608.60
const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;
const LEADING_ZEROS = /^0+(?=\d)/;
const TRAILING_ZEROS = /0+$/;

/** The value times ten to the power, by moving its point: what nearly every figure needs. null where that does not settle it (a signed zero, an exponent). */
function shifted(value: string, power: number): string | null {
  const [, sign, whole, fraction = ''] = PLAIN.exec(value) ?? [];
  if (sign === undefined || whole === undefined) return null;
  const units = (whole + fraction.slice(0, power).padEnd(power, '0')).replace(LEADING_ZEROS, '');
  const rest = fraction.slice(power).replace(TRAILING_ZEROS, '');
  if (sign === '-' && units === '0' && rest === '') return null;
  return rest === '' ? sign + units : `${sign}${units}.${rest}`;
}

/** Amounts are below this many fen in size: every whole number of fen is then exact in the 64-bit floats of the engines. */
export const FEN_LIMIT = 9_000_000_000_000_000n;

// -136086000 / 1234.5 (so few digits that the limit is not reached)
const FEW_DIGITS = /^(-?\d{1,13})(?:\.(\d\d?))?$/;

/** The one place where money leaves bigint: only to be compared, and only where nothing is lost. */
export function wholeFen(fen: bigint): number {
  if (fen <= -FEN_LIMIT || fen >= FEN_LIMIT)
    throw new InvalidInputError('fen', `${fen} fen is outside what an engine can hold exactly (below ${FEN_LIMIT})`);
  return Number(fen);
}

/** Fen (1/100 元) of a decimal string in 元; null when it is not a whole number of fen or not below 9e15 in size. */
export function fenOf(yuan: string): bigint | null {
  const [, whole, fraction = ''] = FEW_DIGITS.exec(yuan) ?? [];
  if (whole !== undefined) return BigInt(whole + fraction.padEnd(2, '0'));
  const fen = new Exact(yuan).times(100);
  if (!fen.isInteger()) return null;
  const exact = BigInt(fen.toFixed());
  return withinLimit(exact) ? exact : null;
}

const withinLimit = (fen: bigint): boolean => fen < FEN_LIMIT && fen > -FEN_LIMIT;

/** An amount of money as a person types it. `fen` is inclusive on both ends; `unit` is null for a bare number, which then counts 元. */
export interface Money {
  readonly fen: { readonly from: bigint; readonly to: bigint };
  readonly unit: string | null;
}

// 约 | 1.36 | 亿元 / 人民币 | 13,608.60 | 万元 (after NFKC)
const MONEY = /^([^\d−-]*)([−-]?\d[\d.,\s]*)([^\d.,\s]\D*)?$/;
// 约人民币 / ¥ (in normal form)
const LEAD = /^(约|大约)?(?:人民币|¥)?$/;
/** With fewer significant digits 约 would take in half the report. */
const DIGITS_FOR_ABOUT = 3;

/**
 * Reads "500万元", "1.2亿", "100", "13,608.60 万元", full width and traditional too. With 约 and at least three significant digits the range is half a unit
 * of the last printed digit either side, otherwise one value. null when it is not an amount of money, not whole in fen, or 9e15 fen and more.
 */
export function parseMoney(text: string): Money | null {
  const [, head = '', written = '', tail = ''] = MONEY.exec(text.normalize('NFKC')) ?? [];
  const lead = LEAD.exec(foldString(head));
  const value = readNumber(written);
  const unit = foldString(tail);
  if (lead === null || value === null || (unit !== '' && !powers.has(unit))) return null;
  const wide = lead[1] !== undefined && significantDigits(value) >= DIGITS_FOR_ABOUT;
  const fen = rangeOf(value, wide ? halfOfLastDigit(value) : new Exact(0), unit === '' ? '元' : unit);
  return fen === null ? null : { fen, unit: unit === '' ? null : unit };
}

function rangeOf(value: string, half: Decimal, unit: string): Money['fen'] | null {
  const fenPerUnit = new Exact(10).pow((powers.get(unit) ?? 0) + 2);
  const from = BigInt(new Exact(value).minus(half).times(fenPerUnit).ceil().toFixed());
  const to = BigInt(new Exact(value).plus(half).times(fenPerUnit).floor().toFixed());
  return from <= to && withinLimit(from) && withinLimit(to) ? { from, to } : null;
}

const significantDigits = (value: string): number => value.replace(/^-?0*\.?0*/, '').replace('.', '').length;

const halfOfLastDigit = (value: string): Decimal => new Exact(10).pow(-(value.split('.')[1] ?? '').length).dividedBy(2);
