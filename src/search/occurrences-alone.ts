import type { Span } from '../model/span.ts';
import { type Folded, isSeam } from '../text/normal-form.ts';

// 7, or .7 and ,7: what continues a figure behind it; before it the same the other way round
const CONTINUES_AFTER = /^(?:\d|[.,]\d)/;
const CONTINUES_BEFORE = /(?:\d|\d[.,])$/;

/** The places of a folded figure that no digit (or a point or comma and a digit) continues on either side. */
export function occurrencesAlone(text: Folded, needle: string): Span[] {
  const found: Span[] = [];
  if (needle === '') return found;
  for (let at = text.folded.indexOf(needle); at >= 0; at = text.folded.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (isSeam(text, at) || isSeam(text, end)) continue;
    if (isContinued(text.folded, at, end, needle)) continue;
    found.push({ start: text.from[at] ?? 0, end: text.to[end - 1] ?? 0 });
  }
  return found;
}

/** Only a digit at the edge of the needle can be continued by one. */
function isContinued(folded: string, at: number, end: number, needle: string): boolean {
  const before = DIGIT_FIRST.test(needle) && CONTINUES_BEFORE.test(folded.slice(Math.max(0, at - 2), at));
  const after = DIGIT_LAST.test(needle) && CONTINUES_AFTER.test(folded.slice(end, end + 2));
  return before || after;
}

const DIGIT_FIRST = /^\d/;
const DIGIT_LAST = /\d$/;
