import type { HeadingKind } from '../marked-line.ts';
import { foldTitle } from './fold-title.ts';
import { isInsideGlossary } from './numbered.ts';
import type { Draft, Place } from './place.ts';
import { endsWithTitleNoun, isClean } from './title-shape.ts';
import { knownCategory, knownStart } from './vocabulary.ts';

const LONGEST_HEAD = 60;
// …情况说明    (words that may follow a known title)
const MORE_OF_TITLE = /^(?:的?情况)?(?:的?说明)?/;
// what may stand between a heading and the paragraph that runs on: a stop, white space, or the start of its first sentence
const BORDER = /^(?:[。．]|\s+|(?=20\d\d\s?年|本部门|我部门|本单位|我单位))/;
// after a title that could be the subject of a sentence (机关运行经费) only a full stop will do
const STOP = /^。/;
// 自评得分 99.67 分    自评得分：98
const SCORE = /^(.{2,30}得分)[：:\s]{1,3}(?=[\d０-９])/;
// 情况说明 一、收入…    (a part and its first chapter on one line)
const CHAPTER_BEHIND = /^(\S.{0,40}?)\s+(?=一、)/;

/** （一）…总体情况。2023年度…: a heading run together with its paragraph. */
export function readRunIn(place: Place): Draft | null {
  const form = place.number?.form;
  if ((form !== 'chapter' && form !== 'section') || isInsideGlossary(place)) return null;
  return draftOf(place, form, readTitle);
}

/** 第三部分 …情况说明 一、收入…: a part run together with its first chapter. */
export function readPartWithChapter(place: Place): Draft | null {
  return place.number?.form === 'part' ? draftOf(place, 'part', (head) => readPattern(head, CHAPTER_BEHIND)) : null;
}

function draftOf({ printed, number, line }: Place, kind: HeadingKind, read: (head: string) => Found | null): Draft | null {
  if (number === null || line.text.includes('\t')) return null;
  const found = read(printed.slice(number.end, number.end + LONGEST_HEAD));
  const next = number.end + (found?.next ?? 0);
  return found && next < printed.length ? { kind, lines: 1, length: number.end + found.length, next } : null;
}

/** Where a title at the start of the words ends, and where what runs on begins. */
interface Found {
  readonly length: number;
  readonly next: number;
}

const readTitle = (head: string): Found | null => readSentence(head) ?? readKnownStart(head) ?? readPattern(head, SCORE);

/** The words before the first full stop are a title that reports are known to print. */
function readSentence(head: string): Found | null {
  const length = head.indexOf('。');
  const title = head.slice(0, Math.max(0, length));
  return isClean(title) && endsWithTitleNoun(title) && knownCategory(foldTitle(title)) !== null ? { length, next: length + 1 } : null;
}

function readKnownStart(head: string): Found | null {
  const folded = foldTitle(head);
  const known = knownStart(folded);
  if (known === 0) return null;
  const more = MORE_OF_TITLE.exec(folded.slice(known))?.[0].length ?? 0;
  const length = rawLength(head, known + more);
  const border = (endsWithTitleNoun(folded.slice(0, known + more)) ? BORDER : STOP).exec(head.slice(length));
  return border && { length, next: length + border[0].length };
}

function readPattern(head: string, pattern: RegExp): Found | null {
  const found = pattern.exec(head);
  return found?.[1] === undefined || !isClean(found[1]) ? null : { length: found[1].length, next: found[0].length };
}

/** How many raw characters hold the first `length` folded ones. */
function rawLength(raw: string, length: number): number {
  for (let end = length; end <= raw.length; end++) if (foldTitle(raw.slice(0, end)).length === length) return end;
  return raw.length;
}
