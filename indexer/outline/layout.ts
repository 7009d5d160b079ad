import { isPlain, type MarkedLine, printedText } from './marked-line.ts';

/** How the text was broken into lines: `wrapWidth` is the usual width of a full printed line, null where a line is a paragraph. */
export interface Layout {
  readonly wrapWidth: number | null;
}

// a sentence or clause that is over: 。！？；：
const ENDED = /[。！？；：!?;:]["”’）)》]?$/;

/** Lines narrower than this say nothing about wrapping (headings, cells). */
const NARROWEST_PROSE = 30;
/** Wider than a page: such a line is a paragraph. */
const WIDEST_PAGE = 200;
const BIN = 4;

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
    if (!isPlain(line) || line.text.includes('\t')) continue;
    const printed = printedText(line);
    const width = widthOf(printed);
    if (width < NARROWEST_PROSE) continue;
    wide++;
    if (width > WIDEST_PAGE || endsSentence(printed)) continue;
    open++;
    const bin = Math.floor(width / BIN);
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  const [bin, times] = [...bins].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  const near = times + (bins.get(bin - 1) ?? 0) + (bins.get(bin + 1) ?? 0);
  const wrapped = open >= 10 && open >= wide * 0.2 && near >= open * 0.5;
  return { wrapWidth: wrapped ? (bin + 1) * BIN : null };
}

/** Does the line reach the right edge, so that its sentence may run on? In unwrapped texts: is it long enough to be one cut by a page end? */
export function isFull(printed: string, layout: Layout, share = 0.75): boolean {
  return layout.wrapWidth === null ? printed.length >= SHORTEST_CUT : widthOf(printed) >= layout.wrapWidth * share;
}

/** A line of an unwrapped text that a page end cut has at least this many characters; shorter ones are headings, cells, names. */
const SHORTEST_CUT = 20;
