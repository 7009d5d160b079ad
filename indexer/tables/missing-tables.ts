import type { Span } from '../../src/model/span.ts';
import { foldString } from '../../src/text/normal-form.ts';
import { type Heading, isPlain, type MarkedLine, printedText } from '../outline/marked-line.ts';
import { isCaption } from './find-tables.ts';
import { isNote } from './note.ts';
import { isKnownTitle, tableTitle } from './title.ts';

/**
 * A title without its table. `absent`: nothing stands below it (the table was an image); `empty`: a sentence says that there is none;
 * `unread`: figures stand there alone, and no reader knew their columns.
 */
export interface MissingTable {
  readonly title: string;
  readonly titleAt: Span;
  readonly status: 'absent' | 'empty' | 'unread';
  /** The sentence of an empty table; what stands there of an unread one. */
  readonly at: Span | null;
}

interface Titled {
  readonly heading: Heading;
  readonly title: string;
  /** What is printed between this heading and the next one, captions too. */
  readonly below: readonly MarkedLine[];
  readonly next: Heading | null;
}

/** Titles of tables below which no table stands. `taken` are the starts of the titles that have one. */
export function findMissingTables(lines: readonly MarkedLine[], taken: ReadonlySet<number>): MissingTable[] {
  return titled(lines).flatMap((one) => (taken.has(one.heading.start) || namesTheNext(one) ? [] : (missing(one) ?? [])));
}

function titled(lines: readonly MarkedLine[]): Titled[] {
  const all: { heading: Heading; title: string | null; below: MarkedLine[] }[] = [];
  for (const line of lines) {
    if (line.role.kind === 'heading') {
      if (all.at(-1)?.heading !== line.role.heading)
        all.push({ heading: line.role.heading, title: tableTitle(line.role.heading.title), below: [] });
    } else if (isPlain(line)) all.at(-1)?.below.push(line);
  }
  return all.flatMap(({ heading, title, below }, at) =>
    title === null ? [] : [{ heading, title, below, next: all[at + 1]?.heading ?? null }],
  );
}

/** The same title again, or the title of the one table that a chapter holds. */
function namesTheNext({ heading, title, below, next }: Titled): boolean {
  const nextTitle = next === null ? null : tableTitle(next.title);
  if (next === null || nextTitle === null || below.length > 0) return false;
  if (foldString(nextTitle) === foldString(title)) return true;
  return next.rank > heading.rank && !(isKnownTitle(title) && isKnownTitle(nextTitle));
}

// 本单位无政府性基金… | 不涉及 | 没有 | 未发生 | 空表
const NONE = /无|没有|不涉及|未发生|空表/;
const LONGEST_SENTENCE = 200;
/** A sentence about one of these is not about the table of another. */
const funds = ['政府性基金', '国有资本', '三公'];

function missing({ heading, title, below: all }: Titled): MissingTable | null {
  const below = all.filter((line) => !isCaption(line));
  const found = { title, titleAt: { start: heading.start, end: heading.end } };
  const key = foldString(below.map(printedText).join(''));
  if (key === '') return { ...found, status: 'absent', at: null };
  const [first, last] = [below[0]?.printed, below.at(-1)?.printed];
  if (!first || !last) return null;
  const at = { start: first.start, end: last.end };
  if (holdsFigures(below)) return isKnownTitle(title) ? { ...found, status: 'unread', at } : null;
  if (key.length > LONGEST_SENTENCE || !NONE.test(key)) return null;
  const isOwn = funds.every((fund) => !key.includes(fund) || foldString(title).includes(fund));
  return isOwn ? { ...found, status: 'empty', at } : { ...found, status: 'absent', at: null };
}

// 9,746.50 between white space
const FIGURE = /(?<!\S)-?\d[\d,]*\.\d+(?!\S)/g;
// 投入 1.3 亿元，支持…
const CLAUSE = /[，。；]/;
const FEWEST_FIGURES = 3;

function holdsFigures(below: readonly MarkedLine[]): boolean {
  if (below.some((line) => CLAUSE.test(printedText(line)) && !isNote(printedText(line)))) return false;
  let figures = 0;
  for (const line of below) figures += printedText(line).match(FIGURE)?.length ?? 0;
  return figures >= FEWEST_FIGURES;
}
