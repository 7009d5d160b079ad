import type { Span } from '../../../src/model/span.ts';
import { isUnseen } from '../printed.ts';

/** Printed characters without white space, full-width digits (２０２３) as plain ones, with the way back: names and titles are printed with spaces and over several lines. */
export interface Squeezed {
  readonly chars: string;
  readonly at: readonly number[];
}

/** How far U+FF10 (０) lies above 0. */
const FULL_WIDTH = 0xfee0;
// ２０２２
const FULL_WIDTH_DIGITS = /[\uff10-\uff19]/g;
const plainDigits = (chars: string): string =>
  chars.replace(FULL_WIDTH_DIGITS, (digit) => String.fromCharCode(digit.charCodeAt(0) - FULL_WIDTH));

/** The characters of the spans, at most `most` of them; taken over run by run. */
export function squeeze(text: string, spans: Iterable<Span>, most: number): Squeezed {
  const at: number[] = [];
  const runs: string[] = [];
  for (const { start, end } of spans) {
    for (let offset = start; offset < end && at.length < most; offset++) {
      const first = offset;
      while (offset < end && at.length < most && !isUnseen(text.charCodeAt(offset))) at.push(offset++);
      if (offset > first) runs.push(text.slice(first, offset));
    }
    if (at.length >= most) break;
  }
  return { chars: plainDigits(runs.join('')), at };
}

/** The raw range of `chars.slice(start, end)`. */
export function rawSpan({ at }: Squeezed, start: number, end: number): Span {
  return { start: at[start] ?? 0, end: (at[end - 1] ?? 0) + 1 };
}
