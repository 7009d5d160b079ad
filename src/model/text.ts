import type { Span } from './span.ts';

/** The canonical text of a source, frozen at reading. `pages` are the ranges of its pages, from page 1, where the source has pages. */
export interface Text {
  readonly text: string;
  readonly pages: readonly Span[] | null;
}
