import type { Span } from '../../../src/model/span.ts';
import { isUnseen } from '../printed.ts';

/** Printed characters without white space, full-width digits (２０２３) as plain ones, with the way back: names and titles are printed with spaces and over several lines. */
export interface Squeezed {
  readonly chars: string;
  readonly at: readonly number[];
}

/** How far U+FF10 (０) lies above 0. */
const FULL_WIDTH = 0xfee0;
const isFullWidthDigit = (code: number): boolean => code >= 0xff10 && code <= 0xff19;

/** The characters of the spans, at most `most` of them. */
export function squeeze(text: string, spans: Iterable<Span>, most: number): Squeezed {
  const at: number[] = [];
  let chars = '';
  for (const span of spans) {
    for (let offset = span.start; offset < span.end && at.length < most; offset++) {
      const code = text.charCodeAt(offset);
      if (isUnseen(code)) continue;
      chars += isFullWidthDigit(code) ? String.fromCharCode(code - FULL_WIDTH) : text.charAt(offset);
      at.push(offset);
    }
    if (at.length >= most) break;
  }
  return { chars, at };
}

/** The raw range of `chars.slice(start, end)`. */
export function rawSpan({ at }: Squeezed, start: number, end: number): Span {
  return { start: at[start] ?? 0, end: (at[end - 1] ?? 0) + 1 };
}
