import type { NoiseKind } from '../../src/model/block.ts';
import type { Span } from '../../src/model/span.ts';
import type { Line } from './line.ts';

/**
 * A heading as it stands in the text, perhaps over several lines. `level` is the one of a section: 1 第N部分, 2 一、, 3 （一）, 4 and more the rest.
 * `rank` says what lies under what (a smaller rank holds a larger one): an annex holds the chapters printed in it, although its level is 4.
 * `start`..`end` is the title, without the full stop or colon that may follow it; `title` has the line ends taken out.
 */
export interface Heading {
  readonly level: number;
  readonly rank: number;
  readonly kind: HeadingKind;
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

export type HeadingKind =
  | 'part'
  | 'annex'
  | 'annex-title'
  | 'chapter'
  | 'unnumbered'
  | 'section'
  | 'unnumbered-section'
  | 'item'
  | 'table-title';

/** What a line is. Lines of one heading hold the same `heading` object. */
export type LineRole =
  | { readonly kind: 'blank' }
  | { readonly kind: 'noise'; readonly noise: Exclude<NoiseKind, 'blank'> }
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'plain' };

/**
 * A printed line with its role. Where a heading runs into its paragraph the printed line is two of these with the same `number`.
 * `printed` is the range from its first to its last printed character (tags left over at its ends not counted), null if it is blank;
 * `markup` are the left-over tags of the line, sorted.
 */
export interface MarkedLine extends Line {
  readonly role: LineRole;
  readonly printed: Span | null;
  readonly markup: readonly Span[];
}

export const plain: LineRole = { kind: 'plain' };
export const blank: LineRole = { kind: 'blank' };

export const isPlain = (line: MarkedLine): boolean => line.role.kind === 'plain';
export const isBlank = (line: MarkedLine): boolean => line.role.kind === 'blank';

/** What is printed of a line, without the white space around it. */
export const printedText = (line: MarkedLine): string =>
  line.printed === null ? '' : line.text.slice(line.printed.start - line.start, line.printed.end - line.start);

/** The same line called noise. */
export const asNoise = (line: MarkedLine, noise: Exclude<NoiseKind, 'blank'>): MarkedLine => ({ ...line, role: { kind: 'noise', noise } });
