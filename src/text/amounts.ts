import type { Amount } from '../model/amount.ts';
import { Exact } from './exact.ts';
import { mayHoldFigure } from './figure-hint.ts';
import { toYuan } from './money.ts';
import { type FoldOptions, fold } from './normal-form.ts';
import { type PrintedNumber, printedNumbers } from './printed-number.ts';
import { SourceGaps } from './source-gaps.ts';
import { type Unit, unitAt } from './units.ts';

/**
 * Every figure with a unit that prose states, in order, anchored on the printed figure with its unit (offsets of the report; the first figure of a range
 * on the figure alone). `value` is as printed, with its sign; `yuan` exact and unsigned. Line ends and stray blanks inside are survived, noise is skipped.
 * Years, dates, ordinals (第3批), codes and list numbers are no amounts, and what can be read in two ways ("3 5万元", "1,4万元") is none either.
 */
export function readAmounts(text: string, { noise = [], start = 0 }: FoldOptions = {}): Amount[] {
  if (noise.length === 0 && !mayHoldFigure(text)) return [];
  const source = new SourceGaps(fold(text, { noise, start }), text, start, noise);
  const amounts: Amount[] = [];
  let before: Seen | null = null;
  for (const number of printedNumbers(source)) {
    const seen = readFigure(source, number, before);
    const low = before === null ? null : rangeStart(source, before, seen);
    for (const figure of [low, seen.figure]) if (figure !== null) amounts.push(amountOf(source, figure));
    before = seen;
  }
  return amounts;
}

/** Offsets in the folded text, end exclusive. */
interface Figure {
  readonly first: number;
  readonly end: number;
  readonly value: string;
  readonly unit: string;
}

/** A number with the unit behind it; a figure when both belong together and to nothing else. */
interface Seen {
  readonly number: PrintedNumber;
  readonly unit: Unit | null;
  readonly figure: Figure | null;
}

function readFigure(source: SourceGaps, number: PrintedNumber, before: Seen | null): Seen {
  const unit = unitAt(source.folded, number.end);
  if (number.value === null || unit === null || !endsWhole(source, unit.end)) return { number, unit, figure: null };
  if (reasonsAgainst.some((applies) => applies(source, number, unit, before))) return { number, unit, figure: null };
  const negative = isNegative(source, number, before);
  const value = negative && /[1-9]/.test(number.value) ? `-${number.value}` : number.value;
  return { number, unit, figure: { first: number.first - (negative ? 1 : 0), end: unit.end, value, unit: unit.name } };
}

const endsWhole = (source: SourceGaps, end: number): boolean => end === source.folded.length || source.from(end) !== source.from(end - 1);
const isAdjacent = (source: SourceGaps, at: number): boolean => source.before(at) === '';

const DIGIT = /\d/;
const LETTER = /[a-z]/;
const CLOCK = /[时点:]/;
const HAN = /\p{Script=Han}/u;
// 500万以上, 500万用于, 500万和
const GOES_ON = /[以左至到和与及用的整资购为给作拨投补奖支含建改修买采开实完扶引助解推在对向由从被超不未占比较同增减下]/;
// 万, 百万, 亿 without 元
const OPEN_MONEY = /[万亿]$/;

type Reason = (source: SourceGaps, number: PrintedNumber, unit: Unit, before: Seen | null) => boolean;

const reasonsAgainst: readonly Reason[] = [
  // 第3批
  (source, { first }) => source.folded[first - 1] === '第',
  // .5 (a list number before the figure, 3.1234.56, is no part of it)
  (source, { first }) => source.folded[first - 1] === '.' && !DIGIT.test(source.folded[first - 2] ?? ''),
  // 3/5人
  (source, { first }) => source.folded[first - 1] === '/' && DIGIT.test(source.folded[first - 2] ?? ''),
  // 12时30分
  (source, { first }, unit) =>
    unit.name === '分' && CLOCK.test(source.folded[first - 1] ?? '') && DIGIT.test(source.folded[first - 2] ?? ''),
  // A4个
  (source, { first }, unit) =>
    !unit.isMoney && unit.name !== '%' && LETTER.test(source.folded[first - 1] ?? '') && isAdjacent(source, first),
  // 17, and 人 on the next line: a cell over another cell. Money is told by its 元.
  (source, { first, end }, unit) => !unit.name.endsWith('元') && source.beginsLine(first) && source.beginsLine(end),
  // 830万粉丝: without 元 it is money only where it ends a phrase or something is done with it
  (source, _, { name, end }) =>
    OPEN_MONEY.test(name) && HAN.test(source.folded[end] ?? '') && !source.beginsLine(end) && !GOES_ON.test(source.folded[end] ?? ''),
  // 1亿3000万元, 3万5千元: neither part alone is what is said
  (source, _, unit) => OPEN_MONEY.test(unit.name) && DIGIT.test(source.folded[unit.end] ?? '') && isAdjacent(source, unit.end),
  (source, { first }, _, before) => before?.unit?.end === first && OPEN_MONEY.test(before.unit.name) && isAdjacent(source, first),
];

// 万元 / % / 5 before a hyphen make it a range or a code, not a sign
const NO_SIGN_AFTER = /[0-9a-z)%]/;

function isNegative(source: SourceGaps, { first }: PrintedNumber, before: Seen | null): boolean {
  if (source.folded[first - 1] !== '-' || !isAdjacent(source, first)) return false;
  return before?.unit?.end !== first - 1 && !NO_SIGN_AFTER.test(source.folded[first - 2] ?? '');
}

// 5-10万元 / 5—10 / 5至10
const RANGE = /^(?:-|–|—{1,2}|~|至|到)$/;

/** The first figure of a range whose unit is printed once: 5 of 5-10万元. Ranges rise; 2010301-5万元 is none. */
function rangeStart(source: SourceGaps, low: Seen, high: Seen): Figure | null {
  const { first, end, value } = low.number;
  if (low.figure !== null || high.figure === null || value === null || !RANGE.test(source.folded.slice(end, high.number.first)))
    return null;
  if (source.beginsLine(end) || source.beginsLine(high.number.first) || !new Exact(value).lessThan(high.figure.value)) return null;
  const opensAnother = /^[第.\-/a-z]$/.test(source.folded[first - 1] ?? '');
  return opensAnother ? null : { first, end, value, unit: high.figure.unit };
}

function amountOf(source: SourceGaps, { first, end, value, unit }: Figure): Amount {
  const span = { start: source.from(first), end: source.to(end - 1) };
  return { text: source.slice(span.start, span.end), value, unit, yuan: toYuan(value.replace('-', ''), unit), measure: null, ...span };
}
