import { asNoise, isPlain, type MarkedLine, printedText } from '../marked-line.ts';

// 图 1：收入决算结构    图2 支出结构    图三：…
const CAPTION = /^图\s{0,3}(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:\s{0,3}[：:.．、-]|\s)\s{0,3}\S/;
const ENDS_AS_SENTENCE = /[。；;]$/;
const LONGEST = 60;

/** Is the line the caption of a picture that the text lost? */
export function markCaptions(lines: readonly MarkedLine[]): MarkedLine[] {
  return lines.map((line) => (isPlain(line) && isCaption(printedText(line)) ? asNoise(line, 'caption') : line));
}

const isCaption = (printed: string): boolean => printed.length <= LONGEST && CAPTION.test(printed) && !ENDS_AS_SENTENCE.test(printed);
