import { z } from 'zod';

/** A range of UTF-16 code units in a report's text, end exclusive. Every offset of the project is of this kind. */
export const spanSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }).readonly();
export type Span = z.infer<typeof spanSchema>;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** What lies between spans that are in order and apart: the noise that cuts a document. */
export const gapsBetween = (spans: readonly Span[]): Span[] =>
  spans.slice(1).map((span, index) => ({ start: spans[index]?.end ?? span.start, end: span.start }));

/** The spans' characters in order, nothing between them: a document's text is its report's text less the noise inside it. */
export const sliceSpans = (text: string, spans: readonly Span[]): string => spans.map((span) => text.slice(span.start, span.end)).join('');
