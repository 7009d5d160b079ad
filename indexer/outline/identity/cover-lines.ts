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
  const lines: Span[] = [];
  for (let start = span.start; start < span.end; ) {
    const at = text.indexOf('\n', start);
    const end = at < 0 || at > span.end ? span.end : at;
    if (end > start) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}
