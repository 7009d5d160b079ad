import { isPlain, type MarkedLine, printedText } from './marked-line.ts';

/** How the text was broken into lines: `wrapWidth` is the usual width of a full printed line, null where a line is a paragraph. */
export interface Layout {
  readonly wrapWidth: number | null;
}

// a sentence or clause that is over: 。！？；：
const ENDED = /[。！？；：!?;:]["”’）)》]?$/;

// clauses have these
const PROSE = /[，。；、]/;
// 合计    1.00    2.00    (cells parted by a TAB or by wide gaps)
const CELLS = /\t|\S {3,}\S/;

/** Lines narrower than this say nothing about wrapping (headings, cells). */
const NARROWEST_PROSE = 30;
/** Wider than a page: such a line is a paragraph. */
const WIDEST_PAGE = 200;
const BIN = 2;
/** How many lines, which share of the wide ones, and how many of them at about one width make a wrapped text. */
const FEWEST_OPEN = 10;
const OPEN_SHARE = 0.2;
const NEAR_SHARE = 0.5;

export const endsSentence = (printed: string): boolean => ENDED.test(printed.slice(-3));

/** Width on paper in half-width characters, counted up to `most`. */
export function widthOf(printed: string, most = WIDEST_PAGE): number {
  let width = 0;
  for (let at = 0; at < printed.length && width <= most; at++) width += printed.charCodeAt(at) < 0x1100 ? 1 : 2;
  return width;
}

/** Finds the width at which lines break in the middle of a sentence. Wrapped: a fifth of the wide lines end so, most of them at about one width. */
export function measureLayout(lines: readonly MarkedLine[]): Layout {
  const bins = new Map<number, number>();
  let wide = 0;
  let open = 0;
  for (const line of lines) {
    const printed = printedText(line);
    if (!isPlain(line) || !PROSE.test(printed.slice(0, WIDEST_PAGE)) || CELLS.test(printed.slice(0, WIDEST_PAGE))) continue;
    const width = widthOf(printed);
    if (width < NARROWEST_PROSE) continue;
    wide++;
    if (width > WIDEST_PAGE || endsSentence(printed)) continue;
    open++;
    const bin = Math.floor(width / BIN);
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  const [bin, times] = [...bins].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  const near = [bin - 2, bin - 1, bin + 1, bin + 2].reduce((sum, one) => sum + (bins.get(one) ?? 0), times);
  const wrapped = open >= FEWEST_OPEN && open >= wide * OPEN_SHARE && near >= open * NEAR_SHARE;
  return { wrapWidth: wrapped ? bin * BIN + BIN - 1 : null };
}

/** Does the line reach the right edge, so that its sentence may run on? In unwrapped texts: is it long enough to be one cut by a page end? */
export function isFull(printed: string, layout: Layout, share = 0.75): boolean {
  return layout.wrapWidth === null ? printed.length >= SHORTEST_CUT : widthOf(printed) >= layout.wrapWidth * share;
}

/** Is there no room for another character? The first line of a paragraph is set in by two, which extracted text loses. */
export const isQuiteFull = (printed: string, layout: Layout, isFirst: boolean): boolean =>
  layout.wrapWidth !== null && widthOf(printed) >= layout.wrapWidth - (isFirst ? FIRST_LINE_INDENT : 0) - ROOM;

/** Two characters, in half-widths. */
const FIRST_LINE_INDENT = 4;
/** Half-widths a line may lack because a mark or a figure did not fit. */
const ROOM = 2;

/** A line of an unwrapped text that a page end cut has at least this many characters; shorter ones are headings, cells, names. */
const SHORTEST_CUT = 20;
