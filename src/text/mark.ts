import type { Span } from '../model/span.ts';

/** A stretch of a text, shown marked or plain. */
export interface MarkedPiece {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * Cuts a text into marked and plain pieces that joined are the text; none is empty. `spans` are offsets into this text, in any order;
 * overlapping and touching ones are merged, what lies outside the text is left out. No markup: whoever renders a piece escapes it.
 */
export function pieces(text: string, spans: readonly Span[]): MarkedPiece[] {
  const found: MarkedPiece[] = [];
  let at = 0;
  const push = (end: number, marked: boolean): void => {
    if (end > at) found.push({ text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const { start, end } of merged(text, spans)) {
    push(start, false);
    push(end, true);
  }
  push(text.length, false);
  return found;
}

/** Sorted, disjoint and inside the text. */
function merged(text: string, spans: readonly Span[]): Span[] {
  const inside = spans
    .map(({ start, end }) => ({ start: Math.max(start, 0), end: Math.min(end, text.length) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const found: Span[] = [];
  for (const span of inside) {
    const last = found.at(-1);
    if (last !== undefined && span.start <= last.end) found[found.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else found.push(span);
  }
  return found;
}
