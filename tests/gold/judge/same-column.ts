import { foldString } from '../../../src/text/normal-form.ts';

/** Heads that say nothing where a row has only one figure. */
const GENERIC: ReadonlySet<string> = new Set(['金额', '决算数', '合计', '小计']);
/** A head that a page end cut off is known by so many characters. */
const SHORTEST_CUT = 4;

/** "预算数/公务用车购置及运行维护费/小计" -> folded heads; a side (收入, 支出) is no part of the column. */
const headsOf = (column: string): string[] =>
  column
    .split(/[/.>]/)
    .map(foldString)
    .filter((head) => head !== '' && head !== '收入' && head !== '支出');

const sameHead = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= SHORTEST_CUT && (a.startsWith(b) || b.startsWith(a)));

/** The lowest heads agree, and every head above it in the gold stands above it in what was read (预算数/合计 is not 决算数/合计). */
export function sameColumn(gold: string, read: string, onlyValue: boolean): boolean {
  const [above, lowest] = parted(headsOf(gold));
  const [readAbove, readLowest] = parted(headsOf(read));
  if (lowest === undefined || readLowest === undefined) return false;
  if (onlyValue && above.length === 0 && GENERIC.has(lowest) && GENERIC.has(readLowest)) return true;
  return sameHead(lowest, readLowest) && above.every((head) => readAbove.some((other) => sameHead(head, other)));
}

const parted = (heads: readonly string[]): [string[], string | undefined] => [heads.slice(0, -1), heads.at(-1)];
