import type { Layout } from '../layout.ts';
import { type Heading, type HeadingKind, isBlank, isPlain, type MarkedLine, plain, printedText } from '../marked-line.ts';
import { trimToPrinted } from '../printed.ts';
import { type LineNumber, readLineNumber } from './number.ts';
import { readNumbered } from './numbered.ts';
import { type Draft, levels, type OpenHeading, type Place } from './place.ts';
import { readPartWithChapter, readRunIn } from './run-in.ts';
import { readAnnex, readAnnexTitle, readTableTitle, readUnnumbered } from './unnumbered.ts';

/** Each asks whether the line is a heading of its kind; the first that says yes decides. */
const readers: readonly ((place: Place) => Draft | null)[] = [
  readPartWithChapter,
  readNumbered,
  readRunIn,
  readAnnex,
  readAnnexTitle,
  readUnnumbered,
  readTableTitle,
];

/** A line that is no heading whole is looked at only if it starts with a number. */
const LONGEST_UNNUMBERED = 64;
/** A heading takes at most three printed lines. */
const LINES_AFTER = 2;

/** Which lines are headings, of which kind and level? */
export function markHeadings(lines: readonly MarkedLine[], text: string, layout: Layout): MarkedLine[] {
  const printed = lines.filter((line) => !isBlank(line));
  const marked = new Map<MarkedLine, readonly MarkedLine[]>();
  const open: OpenHeading[] = [];
  let before: MarkedLine | null = null;
  printed.forEach((line, index) => {
    if (isPlain(line) && !marked.has(line)) readLine(line, before, linesAfter(printed, index), { open, marked, layout, text });
    before = marked.get(line)?.at(-1) ?? line;
  });
  return lines.flatMap((line) => marked.get(line) ?? [line]);
}

interface Reading {
  readonly open: OpenHeading[];
  readonly marked: Map<MarkedLine, readonly MarkedLine[]>;
  readonly layout: Layout;
  readonly text: string;
}

/** Reads the headings that begin on the line; what follows a heading on the same line is read in turn. */
function readLine(line: MarkedLine, above: MarkedLine | null, after: readonly MarkedLine[], reading: Reading): void {
  const parts: MarkedLine[] = [];
  for (let rest: MarkedLine | null = line; rest !== null; ) {
    const place = placeOf(rest, parts.at(-1) ?? above, after, reading);
    const draft = place && firstDraft(place);
    if (!place || !draft) {
      parts.push(rest);
      break;
    }
    const heading = toHeading(place, draft, reading.text);
    push(reading.open, { heading, number: place.number });
    for (const other of after.slice(0, draft.lines - 1)) reading.marked.set(other, [asHeading(other, heading)]);
    const [head, tail]: MarkedLine[] =
      draft.next === null ? [rest] : splitLine(rest, (rest.printed?.start ?? rest.start) + draft.next, reading.text);
    parts.push(asHeading(head ?? rest, heading));
    rest = tail ?? null;
  }
  if (parts.length > 1 || parts[0] !== line) reading.marked.set(line, parts);
}

function placeOf(line: MarkedLine, before: MarkedLine | null, after: readonly MarkedLine[], { open, layout }: Reading): Place | null {
  const words = printedText(line);
  const number = readLineNumber(words);
  if (number === null && words.length > LONGEST_UNNUMBERED) return null;
  return { line, printed: words, number, before, after, open, layout };
}

/** The next plain lines, noise left out; a heading, a page of contents end them. */
function linesAfter(printed: readonly MarkedLine[], index: number): MarkedLine[] {
  const after: MarkedLine[] = [];
  for (let next = index + 1; next < printed.length && after.length < LINES_AFTER; next++) {
    const line = printed[next];
    if (line === undefined || (line.role.kind === 'noise' && line.role.noise === 'contents')) break;
    if (isPlain(line)) after.push(line);
  }
  return after;
}

function firstDraft(place: Place): Draft | null {
  for (const read of readers) {
    const draft = read(place);
    if (draft) return draft;
  }
  return null;
}

function toHeading(place: Place, draft: Draft, text: string): Heading {
  const { line, after } = place;
  const last = draft.lines === 1 ? line : (after[draft.lines - 2] ?? line);
  const start = line.printed?.start ?? line.start;
  const end = (last.printed?.start ?? last.start) + draft.length;
  return {
    level: levels[draft.kind].level,
    rank: rankOf(place, draft.kind),
    kind: draft.kind,
    title: titleOf([line, ...after].slice(0, draft.lines), end, text),
    start,
    end,
  };
}

/** A chapter stands beside its sisters. 二、 after a title without number stands beside that: its 一、 was lost. */
function rankOf({ number, open }: Place, kind: HeadingKind): number {
  const { rank } = levels[kind];
  if (kind !== 'chapter' || number?.value === 1) return rank;
  return open.findLast(({ heading }) => heading.kind === 'chapter' || heading.kind === 'unnumbered')?.heading.rank ?? rank;
}

/** Lines of a title are joined as they were broken; a number alone on its line keeps its distance. */
function titleOf(lines: readonly MarkedLine[], end: number, text: string): string {
  const words = lines.map((line) => (line.printed ? text.slice(line.printed.start, Math.min(line.printed.end, end)) : ''));
  const number = readLineNumber(words[0] ?? '');
  return words.join(number?.end === words[0]?.length ? ' ' : '');
}

const asHeading = (line: MarkedLine, heading: Heading): MarkedLine => ({ ...line, role: { kind: 'heading', heading } });

/** The printed line as two, the second from `at` on. */
function splitLine(line: MarkedLine, at: number, text: string): MarkedLine[] {
  const halves = [
    { start: line.start, end: at },
    { start: at, end: line.end },
  ];
  return halves.map(({ start, end }) => ({
    number: line.number,
    start,
    end,
    text: text.slice(start, end),
    role: plain,
    printed: trimToPrinted(text, { start, end }),
    markup: line.markup.filter((span) => span.start >= start && span.end <= end),
  }));
}

/** What a new heading of its rank leaves open. */
function push(open: OpenHeading[], one: { heading: Heading; number: LineNumber | null }): void {
  while ((open.at(-1)?.heading.rank ?? 0) >= one.heading.rank) open.pop();
  open.push(one);
}
