import type { Span } from '../../../src/model/span.ts';
import { readLineNumber } from '../headings/number.ts';
import type { Outline } from '../outline.ts';

/** A cover has no more printed lines (a web page carries its navigation before the report). */
const MOST_LINES = 400;

/** The printed lines before the contents or the first numbered heading, each as its range. */
export function coverLines(text: string, outline: Outline): Span[] {
  const lines: Span[] = [];
  for (const piece of outline.pieces) {
    if (piece.kind === 'noise' && piece.noise === 'contents') break;
    if (piece.kind === 'noise') continue;
    const own = piece.spans.flatMap((span) => linesOf(text, span));
    if (piece.kind === 'heading' && own[0] && readLineNumber(text.slice(own[0].start, own[0].end)) !== null) break;
    lines.push(...own);
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
