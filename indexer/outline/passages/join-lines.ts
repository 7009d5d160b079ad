import { readLineNumber } from '../headings/number.ts';
import { endsSentence, isFull, isQuiteFull, type Layout } from '../layout.ts';
import { type MarkedLine, printedText } from '../marked-line.ts';

// 单位名称：…    填报日期：    金额单位：万元    注：    备注:    (fields of a form and notes begin anew)
const FIELD = /^[^\s，。；：:]{1,12}\s?[：:]/;
// 务（款）行政运行（项）：    (the rest of a subject is no field)
const LEVEL_MARK = /[（(][类款项][）)]/;
// 。主要用于…    ）、    ％    (no line begins with these)
const NEVER_FIRST = /^[，。；：、？！）》」』”％%,;)]/;
// 年初预算为 196.40 | 万元，支出决算…
const FIGURE_END = /\d$/;
const UNIT = /^(?:万|亿|元|个百分点)/;
// …，    …、    （    (more must come)
const OPEN_END = /[，、,（(《“]$/;
// 一是…    其中：    注：…
const STARTS_ITEM = /^(?:[一二三四五六七八九十]{1,2}是|其中[：:]|注[：:]|备注[：:]|说明[：:]|附[：:])/;
// …为 3 万元，较上年增    (a sentence that is not over; a long figure that did not fit leaves much of the line blank)
const CLAUSE = /[，；]/;
const UNFINISHED = 0.6;
// the sentence is over, not only its clause
const FULL_STOP = /[。！？]/;
// 某项目绩效自评综述：    (each review of a list begins anew)
const STARTS_REVIEW = /^[^。；，]{2,40}自评(?:综述|报告)[：:]/;

/** Groups plain lines (noise between them already skipped) into paragraphs: hard-wrapped lines become one, blank lines between them or not. */
export function joinLines(lines: readonly MarkedLine[], layout: Layout): MarkedLine[][] {
  const paragraphs: MarkedLine[][] = [];
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    const before = paragraph?.at(-1);
    if (paragraph && before && goesOn(before, line, layout, paragraph.length === 1)) paragraph.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

/** Does the sentence of the line before run on in this one? */
function goesOn(before: MarkedLine, line: MarkedLine, layout: Layout, isFirst: boolean): boolean {
  const first = printedText(before);
  const second = printedText(line);
  if (NEVER_FIRST.test(second) || (FIGURE_END.test(first) && UNIT.test(second))) return true;
  if (readLineNumber(second) !== null && !OPEN_END.test(first.slice(-1))) return false;
  if (STARTS_ITEM.test(second.slice(0, 4)))
    return !FULL_STOP.test(first.slice(-1)) && (endsSentence(first) ? isQuiteFull(first, layout, isFirst) : isFull(first, layout));
  if (FIELD.test(second.slice(0, 16)) && !LEVEL_MARK.test(second.slice(0, 16)) && !isFull(first, layout, 0.9)) return false;
  if (endsSentence(first))
    return isQuiteFull(first, layout, isFirst) && !isIndented(line, before) && !STARTS_REVIEW.test(second.slice(0, 60));
  return OPEN_END.test(first.slice(-1)) || isFull(first, layout, CLAUSE.test(first) ? UNFINISHED : undefined);
}

/** Printed further to the right: the first line of a paragraph. Page starts of extracted text begin with one space. */
const isIndented = (line: MarkedLine, before: MarkedLine): boolean => indent(line) > indent(before) + 1;
const indent = (line: MarkedLine): number => (line.printed?.start ?? line.start) - line.start;
