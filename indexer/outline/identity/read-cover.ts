import type { Span } from '../../../src/model/span.ts';
import type { Outline } from '../outline.ts';
import { readReportName } from './report-name.ts';
import { rawSpan, squeeze } from './squeezed.ts';
import type { Statement } from './statement.ts';

/** A cover holds no more; in characters without white space. */
const LONGEST_COVER = 3000;

/** What the words before the contents or the first heading say. */
export function readCover(text: string, outline: Outline): Statement[] {
  const cover = squeeze(text, coverSpans(outline), LONGEST_COVER);
  const name = readReportName(cover.chars);
  if (!name) return [];
  const span = (part: { start: number; end: number }) => rawSpan(cover, part.start, part.end);
  const start = name.body ? name.start : name.year.start;
  return [
    { field: 'title', value: printedTitle(text, span({ start, end: name.end })), from: 'title', at: span({ start, end: name.end }) },
    ...(name.body ? [{ field: 'department' as const, value: name.body.value, from: 'title' as const, at: span(name.body) }] : []),
    { field: 'year', value: name.year.value, from: 'title', at: span(name.year) },
    { field: 'reportKind', value: name.kind.value, from: 'title', at: span(name.kind) },
    ...(name.scope ? [{ field: 'scope' as const, value: name.scope.value, from: 'title' as const, at: span(name.scope) }] : []),
  ];
}

function* coverSpans(outline: Outline): Generator<Span> {
  for (const piece of outline.pieces) {
    if (piece.kind === 'heading' || (piece.kind === 'noise' && piece.noise === 'contents')) return;
    if (piece.kind !== 'noise') yield* piece.spans;
  }
}

const printedTitle = (text: string, span: Span): string => text.slice(span.start, span.end).replace(/\s*\n\s*/g, '');
