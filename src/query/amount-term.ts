import { parseMoney } from '../text/money.ts';
import type { FenRange } from './ast.ts';

/** Longer ones are no amounts that a person types; the limit keeps reading linear. */
const LONGEST_AMOUNT = 60;

/** The amount of money with its unit that the whole text says: "13608.60万元", "１,234.5 元", "约1.36亿元"; null when it is anything else. */
export function readAmountTerm(text: string): FenRange | null {
  const money = text.length > LONGEST_AMOUNT ? null : parseMoney(text);
  return money === null || money.unit === null ? null : money.fen;
}

/** One bound of a range, in 元 where no unit is typed: "500万元", "1.2亿", "100"; null when it is no amount. */
export const readBound = (text: string): FenRange | null => (text.length > LONGEST_AMOUNT ? null : (parseMoney(text)?.fen ?? null));

// >=500万   <1亿   ≥ 3元
const COMPARISON = /^(>=|<=|≥|≤|>|<|=)\s*(.*)$/su;

/** A typed range: ">500万", "<=1亿", "1亿..2亿", "500万.." or one amount; null when it cannot be read. */
export function readAmountRange(text: string): FenRange | null {
  const typed = text.normalize('NFKC').trim();
  if (typed.length > 2 * LONGEST_AMOUNT) return null;
  const dots = typed.indexOf('..');
  if (dots >= 0) return between(typed.slice(0, dots), typed.slice(dots + 2).replace(/^\./, ''));
  const compared = COMPARISON.exec(typed);
  if (compared === null) return readBound(typed);
  const bound = readBound(compared[2] ?? '');
  return bound === null ? null : compare(compared[1] ?? '=', bound);
}

function between(low: string, high: string): FenRange | null {
  if (low.trim() === '' && high.trim() === '') return null;
  const from = low.trim() === '' ? { from: null, to: null } : readBound(low);
  const to = high.trim() === '' ? { from: null, to: null } : readBound(high);
  return from === null || to === null ? null : { from: from.from, to: to.to };
}

function compare(sign: string, { from, to }: FenRange): FenRange {
  switch (sign) {
    case '>':
      return { from: to === null ? null : to + 1n, to: null };
    case '>=':
    case '≥':
      return { from, to: null };
    case '<':
      return { from: null, to: from === null ? null : from - 1n };
    case '<=':
    case '≤':
      return { from: null, to };
    default:
      return { from, to };
  }
}

/** Both conditions on one amount. The result may be empty (`from` above `to`): then nothing is in it. */
export function intersect(a: FenRange, b: FenRange): FenRange {
  const from = a.from === null || (b.from !== null && b.from > a.from) ? b.from : a.from;
  const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to;
  return { from, to };
}

/** Whether an amount in fen lies in the range; one that is unknown does not. */
export const isInRange = (fen: bigint | null, { from, to }: FenRange): boolean =>
  fen !== null && (from === null || fen >= from) && (to === null || fen <= to);
