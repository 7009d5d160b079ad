import type { Span } from '../../../src/model/span.ts';
import { asNoise, isPlain, type MarkedLine, printedText } from '../marked-line.ts';

// 17
const LONE_NUMBER = /^\d{1,3}$/;
// 第 3 页    第3页 共20页    第3页/共20页
const PAGE_WORDS = /^第\s?\d{1,4}\s?页(?:\s?[,，/]?\s?共\s?\d{1,4}\s?页)?$/;
// — 3 —    -3-    –3–
const DASHED = /^[-—–－]\s{0,3}(\d{1,4})\s{0,3}[-—–－]$/;

/** Characters a page may hold in a report without pages: below are cells of a table, above are figures that happen to rise. */
const FEWEST_ON_PAGE = 100;
const MOST_ON_PAGE = 3000;
/** A rising row shorter than this proves nothing: in doubt a number is content. */
const SHORTEST_ROW = 3;

interface LoneNumber {
  readonly index: number;
  readonly at: number;
  readonly value: number;
}

/** Is a lone number the number of a page? Only if such numbers rise through the report and fit its length (reports.md). */
export function markPageNumbers(lines: readonly MarkedLine[], pages: readonly Span[] | null): MarkedLine[] {
  const found = new Set([...worded(lines), ...(pages ? atPageEdges(lines, pages) : rising(lines))]);
  return lines.map((line, index) => (found.has(index) ? asNoise(line, 'page-number') : line));
}

/** 第3页, and —3— where at least two such numbers rise. */
function worded(lines: readonly MarkedLine[]): number[] {
  const found: number[] = [];
  const dashed: LoneNumber[] = [];
  lines.forEach((line, index) => {
    if (!isPlain(line) || line.text.length > 200) return;
    const printed = printedText(line);
    if (PAGE_WORDS.test(printed)) found.push(index);
    const value = DASHED.exec(printed)?.[1];
    if (value !== undefined) dashed.push({ index, at: line.start, value: Number.parseInt(value, 10) });
  });
  const rise = dashed.filter((number, i) => number.value > (dashed[i - 1]?.value ?? -1) || number.value < (dashed[i + 1]?.value ?? -1));
  return rise.length >= 2 ? [...found, ...rise.map((number) => number.index)] : found;
}

function loneNumbers(lines: readonly MarkedLine[]): LoneNumber[] {
  return lines.flatMap((line, index) => {
    if (!isPlain(line) || line.text.length > 200) return [];
    const printed = printedText(line);
    return LONE_NUMBER.test(printed) ? [{ index, at: line.start, value: Number.parseInt(printed, 10) }] : [];
  });
}

/** The first or last printed line of a page, where the number is the page's place plus one and the same difference on several pages. */
function atPageEdges(lines: readonly MarkedLine[], pages: readonly Span[]): number[] {
  const edges = edgeLines(lines, pages);
  const numbers = loneNumbers(lines).flatMap((number) => {
    const page = edges.get(number.index);
    return page === undefined ? [] : [{ ...number, difference: number.value - page }];
  });
  const counts = new Map<number, number>();
  for (const { difference } of numbers) counts.set(difference, (counts.get(difference) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const enough = (difference: number) => (counts.get(difference) ?? 0) >= Math.min(SHORTEST_ROW, Math.max(2, most));
  return numbers.filter((number) => enough(number.difference)).map((number) => number.index);
}

/** Line index -> page index, for the first and last printed line of each page. */
function edgeLines(lines: readonly MarkedLine[], pages: readonly Span[]): Map<number, number> {
  const edges = new Map<number, number>();
  let index = 0;
  pages.forEach((page, number) => {
    let first = -1;
    let last = -1;
    for (; index < lines.length; index++) {
      const line = lines[index];
      if (line === undefined || (line.printed?.start ?? line.start) >= page.end) break;
      if (line.printed === null) continue;
      if (first < 0) first = index;
      last = index;
    }
    if (first >= 0) edges.set(first, number);
    if (last >= 0) edges.set(last, number);
  });
  return edges;
}

/** The longest row of numbers that rise, each standing alone once, at the distance of pages. */
function rising(lines: readonly MarkedLine[]): number[] {
  const all = loneNumbers(lines);
  const times = new Map<number, number>();
  for (const { value } of all) times.set(value, (times.get(value) ?? 0) + 1);
  const row = longestRow(all.filter((number) => times.get(number.value) === 1));
  if (row.length < SHORTEST_ROW) return [];
  return [...row, ...between(all, row)].map((number) => number.index);
}

/** At most 1,000 candidates, since each value of three digits stands once: the square is bounded. */
function longestRow(numbers: readonly LoneNumber[]): LoneNumber[] {
  const fits = numbers.filter((number) => number.value > 0 && number.at <= number.value * MOST_ON_PAGE);
  const length = fits.map(() => 1);
  const before = fits.map(() => -1);
  fits.forEach((number, i) => {
    for (let j = 0; j < i; j++) {
      const other = fits[j];
      if (other && follows(other, number) && (length[j] ?? 0) + 1 > (length[i] ?? 0)) {
        length[i] = (length[j] ?? 0) + 1;
        before[i] = j;
      }
    }
  });
  const row: LoneNumber[] = [];
  for (let i = length.indexOf(Math.max(0, ...length)); i >= 0; i = before[i] ?? -1) {
    const number = fits[i];
    if (number) row.unshift(number);
  }
  return row;
}

function follows(a: LoneNumber, b: LoneNumber): boolean {
  const pages = b.value - a.value;
  const distance = b.at - a.at;
  return pages > 0 && distance >= pages * FEWEST_ON_PAGE && distance <= pages * MOST_ON_PAGE;
}

/** A value that stands alone several times is a page number where page 19 and page 21 are known and only one 20 stands between them. */
function between(all: readonly LoneNumber[], row: readonly LoneNumber[]): LoneNumber[] {
  return row.flatMap((number, i) => {
    const next = row[i + 1];
    if (next === undefined || next.value !== number.value + 2) return [];
    const inside = all.filter((other) => other.value === number.value + 1 && other.at > number.at && other.at < next.at);
    const only = inside[0];
    return inside.length === 1 && only && follows(number, only) && follows(only, next) ? [only] : [];
  });
}
