import type { Span } from '../../src/model/span.ts';
import { UNSEEN } from '../../src/text/unseen.ts';

const unseenUnits = Uint8Array.from({ length: 0x10000 }, (_, unit) => (UNSEEN.test(String.fromCharCode(unit)) ? 1 : 0));

/** Whether the UTF-16 unit leaves no mark on paper. Halves of surrogate pairs count as printed. */
export const isUnseen = (unit: number): boolean => unseenUnits[unit] === 1;

/** The range without unseen characters at its ends, null if nothing is printed in it. */
export function trimToPrinted(text: string, range: Span): Span | null {
  let { start, end } = range;
  while (start < end && isUnseen(text.charCodeAt(start))) start++;
  while (end > start && isUnseen(text.charCodeAt(end - 1))) end--;
  return start < end ? { start, end } : null;
}

/** The range less the holes (sorted, disjoint), each rest trimmed to printed characters; empty rests left out. */
export function printedWithout(text: string, range: Span, holes: readonly Span[]): Span[] {
  const rests: Span[] = [];
  let at = range.start;
  const restUntil = (end: number) => {
    const rest = at < end ? trimToPrinted(text, { start: at, end }) : null;
    if (rest) rests.push(rest);
  };
  for (const hole of holes) {
    restUntil(Math.min(hole.start, range.end));
    at = Math.max(at, hole.end);
  }
  restUntil(range.end);
  return rests;
}
