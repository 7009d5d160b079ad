import type { Span } from '../model/span.ts';
import { foldCharacter } from './fold-character.ts';
import { COMMA, FoldWriter } from './fold-writer.ts';
import { isSurrogate } from './surrogates.ts';

export { CELL_MARK } from './fold-writer.ts';

/**
 * A text in normal form with its way back. For each UTF-16 unit of `folded` the raw range `from`-`to` of the character it came from
 * (a cell mark: of the TABs and what white space stands between them).
 */
export interface Folded {
  readonly folded: string;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** `start` is where `text` begins in its report. `noise` (sorted, disjoint, in offsets of the report) takes no part. */
export interface FoldOptions {
  readonly noise?: readonly Span[];
  readonly start?: number;
}

/**
 * The normal form of search.md: what index, query, highlighter and verifier compare, and nothing else.
 * Character by character but for two things: a comma between two digits is dropped, and TABs between printed characters of one line become one
 * cell mark (at the edges of a line they are white space). Never throws; a lone surrogate stays.
 */
export function fold(text: string, { noise = [], start = 0 }: FoldOptions = {}): Folded {
  const writer = text.length > SCRATCH ? new FoldWriter(text.length) : scratch;
  writer.clear();
  let at = 0;
  for (const span of noise) {
    if (span.end <= start) continue;
    if (span.start >= start + text.length) break;
    foldRange(text, at, span.start - start, start, writer);
    at = Math.max(at, span.end - start);
    if (hasLineEnd(text, span.start - start, at)) writer.endLine();
  }
  foldRange(text, at, text.length, start, writer);
  return writer === scratch ? writer.copy() : writer.done();
}

/** The normal form alone. Most names are their own normal form; others are written into one buffer again and again. */
export function foldString(text: string): string {
  if (text.length > SCRATCH) return fold(text).folded;
  if (isFolded(text)) return text;
  scratch.clear();
  foldRange(text, 0, text.length, 0, scratch);
  return scratch.text();
}

const SCRATCH = 4096;
const scratch = new FoldWriter(SCRATCH);

/** Whether each unit is known to fold to itself and no comma is there that might be dropped. False says nothing. */
function isFolded(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (single[unit] !== unit || unit === COMMA || unit === 0) return false;
  }
  return true;
}

/**
 * Every place where the folded needle stands, overlapping ones too, as raw ranges in order.
 * Only those that begin and end on whole source characters: … folds to three dots, and half of it is no place.
 */
export function occurrences(text: Folded, needle: string): Span[] {
  const found: Span[] = [];
  if (needle === '') return found;
  for (let at = text.folded.indexOf(needle); at >= 0; at = text.folded.indexOf(needle, at + 1)) {
    const last = at + needle.length - 1;
    if (!isSeam(text, at) && !isSeam(text, last + 1)) found.push({ start: text.from[at] ?? 0, end: text.to[last] ?? 0 });
  }
  return found;
}

/** Whether an offset of the folded text lies inside the folding of one source character, so that nothing may begin or end there. */
export const isSeam = ({ from }: Folded, at: number): boolean => at > 0 && at < from.length && from[at - 1] === from[at];

const TAB = 0x09;
// \n \v \f \r, U+0085, U+2028, U+2029
const isLineEnd = (unit: number): boolean => (unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;

function hasLineEnd(text: string, from: number, to: number): boolean {
  for (let at = Math.max(from, 0); at < to; at++) if (isLineEnd(text.charCodeAt(at))) return true;
  return false;
}

/** What each UTF-16 unit folds to when it is a character and its form at most one unit: 0 dropped, else that unit. Filled as characters are met. */
const single = new Uint16Array(0x10000).fill(0xffff);
const UNKNOWN = 0xfffe;
/** By code point, what folds to several units or lies beyond U+FFFF. */
const several = new Map<number, string>();

function learn(code: number): void {
  const form = foldCharacter(String.fromCodePoint(code));
  const unit = form === '' ? 0 : form.charCodeAt(0);
  if (code <= 0xffff && !isSurrogate(code) && form.length <= 1 && unit < UNKNOWN) single[code] = unit;
  else several.set(code, form);
}

function foldRange(text: string, from: number, to: number, start: number, writer: FoldWriter): void {
  let at = Math.max(from, 0);
  while (at < to) {
    const unit = text.charCodeAt(at);
    const form = single[unit] ?? UNKNOWN;
    if (form >= UNKNOWN) {
      at += foldOther(text, at, start, writer);
      continue;
    }
    if (form !== 0) writer.put(form, start + at, start + at + 1);
    else if (unit === TAB) writer.tab(start + at);
    else if (isLineEnd(unit)) writer.endLine();
    at++;
  }
}

/** How many units it took: 0 when the character was met for the first time and now stands in a table. */
function foldOther(text: string, at: number, start: number, writer: FoldWriter): number {
  const code = text.codePointAt(at) ?? 0;
  const form = several.get(code);
  if (form === undefined) {
    learn(code);
    return 0;
  }
  const length = code > 0xffff ? 2 : 1;
  for (let unit = 0; unit < form.length; unit++) writer.put(form.charCodeAt(unit), start + at, start + at + length);
  return length;
}
