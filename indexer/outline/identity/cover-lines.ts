import type { Span } from '../../../src/model/span.ts';
import type { Outline } from '../outline.ts';

/** A cover has no more printed lines (a web page carries its navigation before the report). */
const MOST_LINES = 400;

/** The printed lines before the contents or the first heading, each as its range. */
export function coverLines(text: string, outline: Outline): Span[] {
  const lines: Span[] = [];
  for (const piece of outline.pieces) {
    if (piece.kind === 'heading' || (piece.kind === 'noise' && piece.noise === 'contents')) break;
    if (piece.kind === 'noise') continue;
    for (const span of piece.spans) lines.push(...linesOf(text, span));
    if (lines.length > MOST_LINES) break;
  }
  return lines.slice(0, MOST_LINES);
}

/** The lines of a range, each end at a line end. */
export function linesOf(text: string, span: Span): Span[] {
  let start = span.start;
  return text
    .slice(span.start, span.end)
    .split('\n')
    .map((line) => {
      const from = start;
      start += line.length + 1;
      return { start: from, end: from + line.length };
    });
}
