import type { Layout } from '../layout.ts';
import { type Heading, type HeadingKind, isBlank, isPlain, type MarkedLine, plain, printedText } from '../marked-line.ts';
import { trimToPrinted } from '../printed.ts';
import { type LineNumber, readLineNumber } from './number.ts';
import { readNumbered } from './numbered.ts';
import { type Draft, levels, type OpenHeading, type Place } from './place.ts';
import { readRunIn } from './run-in.ts';
import { readAnnex, readAnnexTitle, readTableTitle, readUnnumbered } from './unnumbered.ts';

/** Each asks whether the line is a heading of its kind; the first that says yes decides. */
const readers: readonly ((place: Place) => Draft | null)[] = [
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
  const marked = new Map<MarkedLine, MarkedLine[]>();
  const open: OpenHeading[] = [];
  let before: MarkedLine | null = null;
  printed.forEach((line, index) => {
    const already = marked.get(line);
    if (!already && isPlain(line)) {
      const place = placeOf(line, before, printed, index, open, layout);
      const draft = place && firstDraft(place);
      if (place && draft) {
        const heading = toHeading(place, draft, text);
        push(open, { heading, number: place.number });
        [line, ...place.after].slice(0, draft.lines).forEach((one) => {
          marked.set(one, [asHeading(one, heading)]);
        });
        if (draft.next !== null) marked.set(line, splitLine(line, (line.printed?.start ?? line.start) + draft.next, heading, text));
      }
    }
    before = marked.get(line)?.at(-1) ?? line;
  });
  return lines.flatMap((line) => marked.get(line) ?? [line]);
}

function placeOf(
  line: MarkedLine,
  before: MarkedLine | null,
  printed: readonly MarkedLine[],
  index: number,
  open: readonly OpenHeading[],
  layout: Layout,
): Place | null {
  const words = printedText(line);
  const number = readLineNumber(words);
  if (number === null && words.length > LONGEST_UNNUMBERED) return null;
  return { line, printed: words, number, before, after: linesAfter(printed, index), open, layout };
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

const titleOf = (lines: readonly MarkedLine[], end: number, text: string): string =>
  lines
    .map((line) => (line.printed ? text.slice(line.printed.start, Math.min(line.printed.end, end)) : ''))
    .join(lines.length > 1 ? ' ' : '');

const asHeading = (line: MarkedLine, heading: Heading): MarkedLine => ({ ...line, role: { kind: 'heading', heading } });

/** The printed line as heading and paragraph. */
function splitLine(line: MarkedLine, at: number, heading: Heading, text: string): MarkedLine[] {
  const halves = [
    { start: line.start, end: at, role: { kind: 'heading', heading } as const },
    { start: at, end: line.end, role: plain },
  ];
  return halves.map(({ start, end, role }) => ({
    number: line.number,
    start,
    end,
    text: text.slice(start, end),
    role,
    printed: trimToPrinted(text, { start, end }),
    markup: line.markup.filter((span) => span.start >= start && span.end <= end),
  }));
}

/** What a new heading of its rank leaves open. */
function push(open: OpenHeading[], one: { heading: Heading; number: LineNumber | null }): void {
  while ((open.at(-1)?.heading.rank ?? 0) >= one.heading.rank) open.pop();
  open.push(one);
}
