import { halfWidthDigits } from '../../../src/text/half-width.ts';
import { foldTitle } from '../headings/fold-title.ts';
import { type LineNumber, readLineNumber } from '../headings/number.ts';
import { asNoise, isBlank, isPlain, type MarkedLine, printedText } from '../marked-line.ts';

// 目录    目 录    目　　次
const TITLE = /^目\s{0,40}[录錄次]$/;
// …2026年预算公开目录
const LONG_TITLE = /^\S.{0,50}(?:公开|决算|预算|说明)\s?目录$/;
// 目 (its other half stands on a line of its own)
const FIRST_HALF = '目';
const SECOND_HALF = '录';
// 一、收入决算表 ······ 8    第一部分 概况……3    二、支出决算表<TAB>9
const TAIL = /(?:[·.…。⋯・•‧_—-][·.…。⋯・•‧_—\s-]{2,}|\t\s*)[-—]?\s?\d{1,4}\s?[-—]?$/;
// 一、收入决算表 ······ 8    (dots alone, so that a row of a table is never taken for an entry)
const LEADER = /[·.…⋯・•‧][·.…⋯・•‧\s]{3,}\d{1,4}$/;
// 12    - 12 -    —12—
const LONE_NUMBER = /^[-—]?\s?\d{1,4}\s?[-—]?$/;
// - 第一部分    • 一、…
const BULLET = /^[-•·*▪●○]\s{1,10}/;
const PROSE_END = /[。；;！？]$/;

const LONGEST_ENTRY = 120;
const LONGEST_CONTINUATION = 10;
/** Fewer dotted lines in a row than this are not called contents when no title says so. */
const FEWEST_WITHOUT_TITLE = 3;

/** Which lines are the table of contents? It ends where its first entry comes again, or where no entry follows. */
export function markContents(lines: readonly MarkedLine[]): MarkedLine[] {
  const found = new Set<number>();
  for (let index = 0; index < lines.length; index++) {
    const title = titleAt(lines, index);
    if (title.length === 0) continue;
    const entries = entriesAfter(lines, (title.at(-1) ?? index) + 1);
    for (const entry of [...title, ...entries]) found.add(entry);
    index = entries.at(-1) ?? title.at(-1) ?? index;
  }
  for (const entry of dottedRuns(lines)) found.add(entry);
  return lines.map((line, index) => (found.has(index) ? asNoise(line, 'contents') : line));
}

/** The indices of the line or two lines that say 目录, empty if there is none here. */
function titleAt(lines: readonly MarkedLine[], index: number): number[] {
  const line = lines[index];
  if (line === undefined || !isPlain(line) || line.text.length > LONGEST_ENTRY) return [];
  const printed = printedText(line);
  if (TITLE.test(printed) || LONG_TITLE.test(printed)) return [index];
  if (printed !== FIRST_HALF) return [];
  const next = nextPrinted(lines, index);
  const other = lines[next];
  return other && printedText(other) === SECOND_HALF ? [index, next] : [];
}

function entriesAfter(lines: readonly MarkedLine[], from: number): number[] {
  const entries: number[] = [];
  let first: Entry | null = null;
  let last = from - 1;
  let widestGap = 0;
  let tails = 0;
  for (let index = from; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || isBlank(line) || isRunning(line)) continue;
    const entry = isPlain(line) ? readEntry(line) : null;
    if (entry === null || (first && beginsAgain(first, entry))) break;
    const gap = index - last;
    if (first && !entry.number && !entry.tail && !entry.lone && !(continues(entry) && gap <= widestGap)) break;
    if (isPrintedWithPages(entries.length, tails) && !entry.tail && !entry.lone && !nextHasTail(lines, index)) break;
    if (entry.tail) tails++;
    if (first && entry.number) widestGap = Math.max(widestGap, Math.min(gap, WIDEST_GAP));
    if (!entry.lone) first ??= entry;
    last = index;
    entries.push(index);
  }
  return entries;
}

/** The top or bottom of a page between two pages of contents. */
const isRunning = ({ role }: MarkedLine): boolean => role.kind === 'noise' && role.noise === 'footer';

/** Nearly all entries so far ended in a page number: one without is no entry. */
const isPrintedWithPages = (entries: number, tails: number): boolean => tails >= 3 && tails >= entries * 0.7;

/** An entry over two lines has its page number on the second. */
function nextHasTail(lines: readonly MarkedLine[], index: number): boolean {
  const next = lines[nextPrinted(lines, index)];
  return next !== undefined && (readEntry(next)?.tail ?? false);
}

/** Blank lines between printed ones, at most one: more part the contents from what follows. */
const WIDEST_GAP = 2;

interface Entry {
  readonly title: string;
  readonly number: LineNumber | null;
  readonly tail: boolean;
  readonly lone: boolean;
}

/** A short line read as an entry; null if it is a sentence or too long. */
function readEntry(line: MarkedLine): Entry | null {
  if (line.text.length > LONGEST_ENTRY) return null;
  const printed = halfWidthDigits(printedText(line)).replace(BULLET, '');
  if (PROSE_END.test(printed)) return null;
  const tail = TAIL.exec(printed);
  const words = tail ? printed.slice(0, tail.index) : printed;
  return { title: foldTitle(words), number: readLineNumber(words), tail: tail !== null, lone: LONE_NUMBER.test(printed) };
}

/** The body begins where the first entry comes again, with the same number of the same form or with the same words. */
function beginsAgain(first: Entry, entry: Entry): boolean {
  if (entry.lone) return false;
  if (first.title === entry.title) return true;
  if (first.number === null || entry.number === null)
    return first.number === null && first.title.length >= 4 && entry.title.endsWith(first.title);
  return first.number.form === entry.number.form && first.number.value === entry.number.value && !entry.tail;
}

const continues = (entry: Entry): boolean => entry.title.length <= LONGEST_CONTINUATION;

function dottedRuns(lines: readonly MarkedLine[]): number[] {
  const found: number[] = [];
  let run: number[] = [];
  const close = () => {
    if (run.length >= FEWEST_WITHOUT_TITLE) found.push(...run);
    run = [];
  };
  lines.forEach((line, index) => {
    if (isBlank(line)) return;
    if (isPlain(line) && line.text.length <= LONGEST_ENTRY && LEADER.test(halfWidthDigits(printedText(line)))) run.push(index);
    else close();
  });
  close();
  return found;
}

function nextPrinted(lines: readonly MarkedLine[], index: number): number {
  for (let next = index + 1; next < lines.length; next++) {
    const line = lines[next];
    if (line && !isBlank(line)) return next;
  }
  return lines.length;
}
