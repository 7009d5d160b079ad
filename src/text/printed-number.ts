import { decimalOf, MOST_DIGITS } from './number.ts';
import type { SourceGaps } from './source-gaps.ts';

/** A number as printed: its place in the folded text (end exclusive) and its value, null where what is printed can be read in two ways. */
export interface PrintedNumber {
  readonly first: number;
  readonly end: number;
  readonly value: string | null;
}

// 13608.60 (in normal form, with what white space and commas hide inside)
const RUN = /\d[\d.]*/g;
const TRAILING_POINTS = /\.+$/;

/**
 * The printed numbers of a text. Folding drops what parts digits, so a run of folded digits is taken apart where its raw characters are
 * and read from its end, where a unit may follow: of "表3\n35.5" only 35.5 is the number, "35.\n5" is one.
 */
export function printedNumbers(source: SourceGaps): PrintedNumber[] {
  return [...source.folded.matchAll(RUN)].flatMap((run) => {
    const end = run.index + run[0].replace(TRAILING_POINTS, '').length;
    const pieces = piecesOf(source, run.index, end);
    return pieces.at(-1)?.end === end ? [readFromEnd(source, pieces)] : [];
  });
}

type Joint = 'comma' | 'blank' | 'line-end' | 'apart';
/** Digits and points that stand together in the raw text. `joint`: what parts them from the piece before. */
interface Piece {
  readonly first: number;
  readonly end: number;
  readonly joint: Joint;
}

// 7 / ７ / . / ．, but not ① or ² or 〇
const PRINTED = /^[0-9０-９.．]$/;
const NOTHING = /^\p{Cf}*$/u;
const COMMA = /^\s*[,，]\s*$/;
const BLANK = /^[^\S\r\n]+$/;
const LINE_END = /^\s+$/;

function piecesOf(source: SourceGaps, first: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let start = first;
  let joint: Joint = 'apart';
  for (let at = first + 1; at <= end; at++) {
    const next = at === end ? 'apart' : jointAt(source, at);
    if (next === null) continue;
    if (PRINTED.test(source.raw(start))) pieces.push({ first: start, end: at, joint });
    start = at;
    joint = next;
  }
  return pieces;
}

function jointAt(source: SourceGaps, at: number): Joint | null {
  if (!PRINTED.test(source.raw(at)) || !PRINTED.test(source.raw(at - 1))) return 'apart';
  const between = source.before(at);
  if (NOTHING.test(between)) return null;
  if (COMMA.test(between)) return 'comma';
  if (BLANK.test(between)) return 'blank';
  return LINE_END.test(between) ? 'line-end' : 'apart';
}

function readFromEnd(source: SourceGaps, pieces: readonly Piece[]): PrintedNumber {
  const end = pieces.at(-1)?.end ?? 0;
  let first = end;
  let written = '';
  for (let n = pieces.length - 1; n >= 0; n--) {
    const [piece, left] = [pieces[n], pieces[n - 1]];
    if (piece === undefined) break;
    first = piece.first;
    written = source.folded.slice(piece.first, piece.end) + written;
    if (left === undefined || piece.joint === 'apart') break;
    const verdict = written.length > MOST_DIGITS ? 'doubt' : verdicts[piece.joint](source, left, written);
    if (verdict === 'doubt') return { first, end, value: null };
    if (verdict === 'two numbers') break;
    if (piece.joint === 'comma') written = `,${written}`;
  }
  return withoutListNumber(source, { first, end, written });
}

type Verdict = 'one number' | 'two numbers' | 'doubt';

/** Whether the piece on the left belongs to the number that `written` ends. */
const verdicts: Readonly<Record<Exclude<Joint, 'apart'>, (source: SourceGaps, left: Piece, written: string) => Verdict>> = {
  comma: (source, left, written) => (GROUP_LEFT.test(textOf(source, left)) && GROUP_RIGHT.test(written) ? 'one number' : 'doubt'),
  blank: (source, left, written) => {
    const before = textOf(source, left);
    if (points(before) + points(written) > 1) return 'two numbers';
    if (NO_BEGINNING.test(written)) return 'one number';
    if (!touchesPoint(before, written)) return left.joint === 'blank' && !areGroups(before, written) ? 'two numbers' : 'doubt';
    return LIST_NUMBER.test(before) && source.beginsLine(left.first) ? 'doubt' : 'one number';
  },
  'line-end': (source, left, written) => {
    const before = textOf(source, left);
    if (points(before) + points(written) > 1 || source.beginsLine(left.first)) return 'two numbers';
    if (touchesPoint(before, written) || NO_BEGINNING.test(written)) return 'one number';
    return brokenInProse(source, left.first) ? 'one number' : 'doubt';
  },
};

// 1 of 1,002.17
const GROUP_LEFT = /^\d{1,3}$/;
// 002.17 of 1,002.17; 345,678 of 12,345,678
const GROUP_RIGHT = /^\d{3}(?:$|[.,])/;
// 000 of "1 000": no number begins so
const NO_BEGINNING = /^0\d/;
// 1. (0. begins no list)
const LIST_NUMBER = /^[1-9]\d?\.$/;

/** 1 234 567 may be one number; 8 7.12 89 are columns. */
const areGroups = (left: string, right: string): boolean => left.length === 3 && GROUP_RIGHT.test(right);
const textOf = (source: SourceGaps, { first, end }: Piece): string => source.folded.slice(first, end);
const points = (written: string): number => written.split('.').length - 1;
const touchesPoint = (left: string, right: string): boolean => left.endsWith('.') || right.startsWith('.');

/** A printed line of prose is at least this long where it breaks inside a number. */
const SHORTEST_BROKEN_LINE = 15;
const HAN = /\p{Script=Han}/u;
const COUNTS_THINGS = /[第表图附件号页]/;

/** "…支出决算为135" + "49.92万元…": digits at the end of a long line right behind a word are the beginning of a number that the line end broke. */
function brokenInProse(source: SourceGaps, first: number): boolean {
  const before = source.folded[first - 1] ?? '';
  return HAN.test(before) && !COUNTS_THINGS.test(before) && source.unitsBefore(first, SHORTEST_BROKEN_LINE) >= SHORTEST_BROKEN_LINE;
}

// 3.1234.56
const LISTED = /^[1-9]\d?\.(?=\d+\.\d+$)/;
// 1.500 (1. and 500, or one and a half?)
const MAYBE_LISTED = /^[1-9]\d?\.\d{3,}$/;
/** A text that holds nothing but a figure with its unit opens with no list number. */
const LONGEST_UNIT = 5;
const SENTENCE_END = /[。;!?]/;
const LINE_OPENER = /[。;!?:]/;

/** A list number is printed close to a figure: 3.1234.56万元. With one point only the place can tell, and then it does not say for certain. */
function withoutListNumber(source: SourceGaps, { first, end, written }: { first: number; end: number; written: string }): PrintedNumber {
  const beginsLine = source.beginsLine(first);
  const before = source.folded[first - 1] ?? '';
  const opensText = first === 0 && source.folded.length - end > LONGEST_UNIT;
  const mayList = opensText || SENTENCE_END.test(before) || (beginsLine && LINE_OPENER.test(before));
  if (mayList && MAYBE_LISTED.test(written)) return { first, end, value: null };
  const list = beginsLine || mayList ? (LISTED.exec(written)?.[0] ?? '') : '';
  return { first: first + list.length, end, value: decimalOf(written.slice(list.length)) };
}
