import type { Span } from '../../../src/model/span.ts';
import { isUnseen } from '../printed.ts';

/** Printed characters without white space, with the way back: names and titles are printed with spaces and over several lines. */
export interface Squeezed {
  readonly chars: string;
  readonly at: readonly number[];
}

/** The characters of the spans, at most `most` of them. */
export function squeeze(text: string, spans: Iterable<Span>, most: number): Squeezed {
  const at: number[] = [];
  let chars = '';
  for (const span of spans) {
    for (let offset = span.start; offset < span.end && at.length < most; offset++) {
      if (isUnseen(text.charCodeAt(offset))) continue;
      chars += text.charAt(offset);
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
