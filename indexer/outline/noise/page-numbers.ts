import type { Span } from '../../../src/model/span.ts';
import { halfWidthDigits } from '../../../src/text/half-width.ts';
import { pageAt } from '../../../src/text/page-at.ts';
import { asNoise, isBlank, isPlain, type MarkedLine, printedText } from '../marked-line.ts';
import { type LoneNumber, risingNumbers } from './rising-numbers.ts';

// 17
const LONE_NUMBER = /^\d{1,3}$/;
// 第 3 页    第3页 共20页    第3页/共20页
const PAGE_WORDS = /^第\s?\d{1,4}\s?页(?:\s?[,，/]?\s?共\s?\d{1,4}\s?页)?$/;
// — 3 —    -3-    –3–
const DASHED = /^[-—–－]\s{0,3}(\d{1,4})\s{0,3}[-—–－]$/;
// 3/40    3 / 40
const OF_ALL = /^(\d{1,4})\s?[/／]\s?(\d{1,4})$/;

/** 第 100 页 / 共 120 页 is not longer. */
const LONGEST_NUMBER = 24;
/** So many numbers of one difference to their pages are enough. */
const ENOUGH_AT_EDGES = 3;

/** Is a lone number the number of a page? Only if such numbers rise through the report and fit its length (reports.md). */
export function markPageNumbers(lines: readonly MarkedLine[], pages: readonly Span[] | null): MarkedLine[] {
  const lone = loneNumbers(lines);
  const atEdges = pages === null ? [] : atPageEdges(lines, pages, lone);
  const alone = atEdges.length > 0 ? atEdges : risingNumbers(lone, lines.at(-1)?.end ?? 0);
  const found = new Set([...worded(lines), ...alone]);
  return lines.map((line, index) => (found.has(index) ? asNoise(line, 'page-number') : line));
}

type Numbered = Pick<LoneNumber, 'index' | 'value'>;

/** 第3页, and —3— or 3/40 where at least two such numbers rise. */
function worded(lines: readonly MarkedLine[]): number[] {
  const found: number[] = [];
  const dashed: Numbered[] = [];
  const ofAll = new Map<number, Numbered[]>();
  lines.forEach((line, index) => {
    if (!isPlain(line) || line.text.length > 200) return;
    const printed = numberText(line);
    if (PAGE_WORDS.test(printed)) found.push(index);
    const value = DASHED.exec(printed)?.[1];
    if (value !== undefined) dashed.push({ index, value: Number.parseInt(value, 10) });
    const [, page, all] = OF_ALL.exec(printed) ?? [];
    if (page === undefined || all === undefined) return;
    const same = ofAll.get(Number.parseInt(all, 10)) ?? [];
    same.push({ index, value: Number.parseInt(page, 10) });
    ofAll.set(Number.parseInt(all, 10), same);
  });
  const counted = [...ofAll].filter(([all, numbers]) => numbers.length >= ENOUGH_AT_EDGES && isRow(numbers, all));
  return [
    ...found,
    ...(rise(dashed).length >= 2 ? rise(dashed) : []),
    ...counted.flatMap(([, numbers]) => numbers.map(({ index }) => index)),
  ];
}

const rise = (numbers: readonly Numbered[]): number[] =>
  numbers
    .filter((number, i) => number.value > (numbers[i - 1]?.value ?? -1) || number.value < (numbers[i + 1]?.value ?? -1))
    .map(({ index }) => index);

/** 1/40, 2/40, 3/40: each above the one before, none above all. */
const isRow = (numbers: readonly Numbered[], all: number): boolean =>
  numbers.every(({ value }, i) => value <= all && value > (numbers[i - 1]?.value ?? 0));

/** A number may be printed in full width; ① is none of a page. */
function numberText(line: MarkedLine): string {
  const printed = printedText(line);
  return printed.length > LONGEST_NUMBER ? printed : halfWidthDigits(printed);
}

function loneNumbers(lines: readonly MarkedLine[]): LoneNumber[] {
  const printed = lines.flatMap((line, index) => (isBlank(line) ? [] : [{ line, index }]));
  return printed.flatMap(({ line, index }, i) => {
    if (!isPlain(line) || line.text.length > 200) return [];
    const words = numberText(line);
    if (!LONE_NUMBER.test(words)) return [];
    const inProse = isProse(printed[i - 1]?.line) && (i + 1 === printed.length || isProse(printed[i + 1]?.line));
    return [{ index, at: line.start, value: Number.parseInt(words, 10), inProse }];
  });
}

// 万元，支出决算为…    (cells have no clauses)
const CLAUSE = /[，。；,;]/;
const SHORTEST_PROSE = 15;
function isProse(line: MarkedLine | undefined): boolean {
  const printed = line === undefined || line.text.includes('\t') ? '' : printedText(line);
  return printed.length >= SHORTEST_PROSE && CLAUSE.test(printed);
}

/** The first or last printed line of a page, or one that interrupts its prose, where the number is the page's place and the same difference as on other pages. */
function atPageEdges(lines: readonly MarkedLine[], pages: readonly Span[], lone: readonly LoneNumber[]): number[] {
  const edges = edgeLines(lines, pages);
  const placed = lone.map(({ index, at, value, inProse }) => {
    const page = pageAt(pages, at) ?? 0;
    return { index, page, difference: value - page, atEdge: edges.has(index), inProse };
  });
  const alike = Map.groupBy(
    placed.filter(({ atEdge }) => atEdge),
    ({ difference }) => difference,
  );
  const counting = new Set([...alike].filter(([, own]) => countThrough(own, pages.length)).map(([difference]) => difference));
  return placed.filter(({ difference, atEdge, inProse }) => (atEdge || inProse) && counting.has(difference)).map(({ index }) => index);
}

/** Several pages, and at least half of those from the first to the last: some cells at the ends of a few pages have a difference in common too. */
function countThrough(numbered: readonly { readonly page: number }[], pages: number): boolean {
  const runs = (numbered.at(-1)?.page ?? 0) - (numbered[0]?.page ?? 0);
  return numbered.length >= Math.min(ENOUGH_AT_EDGES, Math.max(2, pages)) && numbered.length * 2 > runs;
}

/** The indices of the first and last printed line of each page. */
function edgeLines(lines: readonly MarkedLine[], pages: readonly Span[]): Set<number> {
  const edges = new Set<number>();
  let index = 0;
  for (const page of pages) {
    let first = -1;
    let last = -1;
    for (; index < lines.length; index++) {
      const line = lines[index];
      if (line === undefined || (line.printed?.start ?? line.start) >= page.end) break;
      if (line.printed === null) continue;
      if (first < 0) first = index;
      last = index;
    }
    if (first >= 0) edges.add(first);
    if (last >= 0) edges.add(last);
  }
  return edges;
}
