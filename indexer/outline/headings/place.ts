import type { Layout } from '../layout.ts';
import type { Heading, HeadingKind, MarkedLine } from '../marked-line.ts';
import type { LineNumber } from './number.ts';

/** A heading around a line, with the number it was printed under (null: none). */
export interface OpenHeading {
  readonly heading: Heading;
  readonly number: LineNumber | null;
}

/** A printed line that may be a heading, and what stands around it. `before` and `after` are printed lines; `after` leaves noise out. */
export interface Place {
  readonly line: MarkedLine;
  readonly printed: string;
  readonly number: LineNumber | null;
  readonly before: MarkedLine | null;
  readonly after: readonly MarkedLine[];
  readonly open: readonly OpenHeading[];
  readonly layout: Layout;
}

/**
 * A heading found at a place. It takes `lines` printed lines (this one and those of `after`); its title ends `length` characters
 * into the printed text of the last of them. `runsIn`: a paragraph follows on the same line, from `next` on.
 */
export interface Draft {
  readonly kind: HeadingKind;
  readonly lines: number;
  readonly length: number;
  readonly next: number | null;
}

/** Level of the section and rank of the heading, by kind. */
export const levels: Readonly<Record<HeadingKind, { readonly level: number; readonly rank: number }>> = {
  part: { level: 1, rank: 10 },
  annex: { level: 4, rank: 15 },
  'annex-title': { level: 5, rank: 16 },
  chapter: { level: 2, rank: 20 },
  unnumbered: { level: 4, rank: 19 },
  section: { level: 3, rank: 30 },
  'unnumbered-section': { level: 4, rank: 30 },
  item: { level: 5, rank: 40 },
  'table-title': { level: 6, rank: 60 },
};
