import { halfWidthDigits } from '../../../src/text/half-width.ts';

/** The number a line begins with: 第N部分, 一、, （一）, 1., （1）. `value` counts from 1; `end` is where the words begin, in the line's printed text. */
export interface LineNumber {
  readonly form: NumberForm;
  readonly value: number;
  readonly end: number;
}

export type NumberForm = 'part' | 'chapter' | 'section' | 'item' | 'subitem';

const CHINESE = '[一二三四五六七八九十〇零]{1,4}';

/** In the order of their rank; each with a sample of what it reads. */
const forms: readonly { readonly form: NumberForm; readonly pattern: RegExp }[] = [
  // 第一部分 概况    第 二 部 分：…    第三部份、…
  { form: 'part', pattern: new RegExp(`^第\\s{0,3}(${CHINESE}|\\d{1,2})\\s{0,3}部\\s{0,3}[分份]\\s{0,20}[：:、，.．]?\\s{0,20}`) },
  // 一、总体情况    十二． …
  { form: 'chapter', pattern: new RegExp(`^(${CHINESE})\\s{0,3}[、.．，,]\\s{0,20}`) },
  // （一）收入情况    (十二) …    （一）、…
  { form: 'section', pattern: new RegExp(`^[（(]\\s{0,2}(${CHINESE})\\s{0,2}[）)]\\s{0,3}[、.．]?\\s{0,20}`) },
  // 1.执行率情况    12、…    4．…
  { form: 'item', pattern: /^(\d{1,3})\s{0,3}[、.．](?!\d)\s{0,20}/ },
  // 1.2023年度…    (a list number glued to a year)
  { form: 'item', pattern: /^(\d{1,2})[.．、](?=20\d\d\s?年)/ },
  // （1）公务用车    (12) …    1）…
  { form: 'subitem', pattern: /^(?:[（(]\s?(\d{1,3})\s?[）)]|[①②③④⑤⑥⑦⑧⑨⑩])\s{0,20}[、.．]?/ },
];

/** Reads the number at the start of a line's printed text; null if there is none. */
export function readLineNumber(printed: string): LineNumber | null {
  if (!mayBeNumber(printed.charCodeAt(0))) return null;
  const head = halfWidthDigits(printed.slice(0, LONGEST));
  for (const { form, pattern } of forms) {
    const found = pattern.exec(head);
    if (found) return { form, value: readNumeral(found[1] ?? ''), end: found[0].length };
  }
  return null;
}

/** No number with its white space is longer. */
const LONGEST = 80;

const startsNumber = new Set(
  [...'第一二三四五六七八九十〇零（(0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩'].map((character) => character.charCodeAt(0)),
);
const mayBeNumber = (unit: number): boolean => startsNumber.has(unit);

const digits: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** 十二 -> 12, 二十一 -> 21, 07 -> 7. What is no number (①) is 0. */
function readNumeral(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number.parseInt(numeral, 10);
  const ten = numeral.indexOf('十');
  if (ten < 0) return [...numeral].reduce((sum, character) => sum * 10 + (digits[character] ?? 0), 0);
  const tens = ten === 0 ? 1 : (digits[numeral.slice(0, ten)] ?? 0);
  const ones = numeral.slice(ten + 1);
  return tens * 10 + (ones === '' ? 0 : (digits[ones] ?? 0));
}
