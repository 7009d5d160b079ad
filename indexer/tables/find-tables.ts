import type { Span } from '../../src/model/span.ts';
import { foldString } from '../../src/text/normal-form.ts';
import { isPlain, type MarkedLine, printedText } from '../outline/marked-line.ts';
import { isCaptionText } from './line-kind.ts';
import { isNote, noteFrom } from './note.ts';
import type { Region } from './region.ts';
import { tableTitle } from './title.ts';

/** A table title that may still get its table. */
interface Title {
  readonly title: string;
  readonly at: Span;
}

/** Captions (label, unit, body, date) stand within so many printed lines of their table, and are so short. */
const LONGEST_CAPTION = 160;
/** So many plain lines may stand between the rows of one table: a goal, a remark, a cell that a page end cut. */
const MOST_BETWEEN = 6;

/** The tables of a report whose cells are parted by TABs, in order. Linear in the lines. */
export function findTables(lines: readonly MarkedLine[]): Region[] {
  const finder = new Finder(lines);
  lines.forEach((line, at) => {
    finder.take(line, at);
  });
  return finder.done();
}

interface Open {
  readonly lines: number[];
  readonly title: Title | null;
  note: Region['note'];
}

class Finder {
  readonly #lines: readonly MarkedLine[];
  readonly #found: Open[] = [];
  #open: Open | null = null;
  #title: Title | null = null;
  #captions: number[] = [];
  #between = 0;

  constructor(lines: readonly MarkedLine[]) {
    this.#lines = lines;
  }

  take(line: MarkedLine, at: number): void {
    if (line.role.kind === 'heading') this.#heading(line.role.heading);
    else if (!isPlain(line)) return;
    else if (isCellLine(line) && !isLoneNote(line) && !isLoneTitle(line)) this.#cells(at);
    else if (isCaption(line)) this.#captions.push(at);
    else this.#words(line, at);
  }

  done(): Region[] {
    return this.#found.map(({ lines, title, note }) => ({ lines, title: title?.title ?? null, titleAt: title?.at ?? null, note }));
  }

  #heading(heading: { readonly title: string; readonly start: number; readonly end: number }): void {
    const title = tableTitle(heading.title);
    this.#title = title === null ? null : { title, at: { start: heading.start, end: heading.end } };
    if (title === null || title !== this.#open?.title?.title) this.#open = null;
    if (title === null) this.#captions = [];
  }

  /** A title that the outline did not call one, right above its table: it is a caption of it. */
  #plainTitle(title: string, at: Span, line: number): void {
    if (title !== this.#open?.title?.title) this.#open = null;
    this.#title = { title, at };
    this.#captions.push(line);
  }

  #cells(at: number): void {
    if (this.#open === null) {
      this.#open = { lines: [], title: this.#title, note: null };
      this.#found.push(this.#open);
    }
    for (const line of [...this.#captions, at]) this.#open.lines.push(line);
    this.#captions = [];
    this.#between = 0;
  }

  #words(line: MarkedLine, at: number): void {
    const title = tableTitle(printedText(line));
    if (title !== null && line.printed !== null) this.#plainTitle(title, line.printed, at);
    else this.#prose(line, at);
  }

  #prose(line: MarkedLine, at: number): void {
    this.#captions = [];
    this.#between++;
    if (this.#open === null) return;
    if (isNote(printedText(line))) {
      this.#open.note ??= noteFrom(this.#lines, at);
      this.#open = null;
    } else if (this.#between > MOST_BETWEEN) this.#open = null;
  }
}

/** 注：… with the empty cells of its table behind it. */
const isLoneNote = (line: MarkedLine): boolean => !printedText(line).includes('\t') && isNote(printedText(line));

/** A title with the empty cells of its table beside it. */
const isLoneTitle = (line: MarkedLine): boolean => tableTitle(printedText(line)) !== null;

/** TABs between words, or two TABs and more beside one cell. */
const isCellLine = (line: MarkedLine): boolean =>
  line.text.includes('\t') && (printedText(line).includes('\t') || line.text.indexOf('\t') !== line.text.lastIndexOf('\t'));

/** 部门：… 2023年度 单位：万元: what stands above a table and is none of it. */
export function isCaption(line: MarkedLine): boolean {
  const printed = printedText(line);
  return printed.length <= LONGEST_CAPTION && printed.split(/\s+/).some((word) => isCaptionText(foldString(word)));
}
