import type { Span } from '../../../src/model/span.ts';
import { isOfTable } from '../../tables/of-table.ts';
import { foldTitle } from '../headings/fold-title.ts';
import { asNoise, isPlain, type MarkedLine, printedText } from '../marked-line.ts';

/** Printed lines at a page's top and bottom, its number among them, that may run through the report. */
const LINES_AT_EDGE = 3;
/** A line runs through if it stands on so many pages, and on this share of them. What is of a table may stand on as many where a report is little else. */
const FEWEST_PAGES = 3;
const SHARE_OF_PAGES = 0.5;
const LONGEST = 80;
// the page's own number, which changes
const NUMBERS = /\d+/g;

/** Does the line run through the report, at the top or the bottom of its pages? */
export function markRunningLines(lines: readonly MarkedLine[], pages: readonly Span[] | null): MarkedLine[] {
  if (pages === null || pages.length < FEWEST_PAGES) return [...lines];
  const edges = edgeLines(lines, pages);
  const times = new Map<string, number>();
  for (const line of edges) times.set(keyOf(line), (times.get(keyOf(line)) ?? 0) + 1);
  const enough = Math.max(FEWEST_PAGES, pages.length * SHARE_OF_PAGES);
  return lines.map((line) => (edges.has(line) && (times.get(keyOf(line)) ?? 0) >= enough ? asNoise(line, 'footer') : line));
}

const keyOf = (line: MarkedLine): string => foldTitle(printedText(line)).replace(NUMBERS, '#');

function edgeLines(lines: readonly MarkedLine[], pages: readonly Span[]): Set<MarkedLine> {
  const edges = new Set<MarkedLine>();
  let index = 0;
  for (const page of pages) {
    const own: MarkedLine[] = [];
    for (let line = lines[index]; line && (line.printed?.start ?? line.start) < page.end; line = lines[++index]) {
      if (isPlain(line) && line.text.length <= LONGEST) own.push(line);
    }
    for (const line of [...own.slice(0, LINES_AT_EDGE), ...own.slice(-LINES_AT_EDGE)])
      if (isWords(line) && !isOfTable(line)) edges.add(line);
  }
  return edges;
}

/** Bare figures are the cells of a table, not a running line. */
const isWords = (line: MarkedLine): boolean => /[\u4e00-\u9fffA-Za-z]{4}/.test(printedText(line)) && !line.text.includes('\t');
