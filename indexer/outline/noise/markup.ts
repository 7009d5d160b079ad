import type { Span } from '../../../src/model/span.ts';
import { asNoise, isPlain, type MarkedLine } from '../marked-line.ts';
import { printedWithout } from '../printed.ts';

// ----	------	------    |---|:--|    (the rule under the head of a converted table)
const RULE_LINE = /^[\s|:=+-]+$/;
const DASHES = '---';
// <p>  </td>  <br/>  <input type="checkbox">    but not <3次, <2%, <b类
const TAG =
  /<\/?(?:p|br|hr|div|span|b|strong|i|em|u|s|sup|sub|font|center|a|img|input|label|ul|ol|li|table|thead|tbody|tfoot|tr|td|th|col|colgroup|h[1-6])(?:\s[^<>]{0,300})?\/?>/gi;
// **项目概况**    (bold marks; 张** is a name that someone hid)
const BOLD = /(?:^|(?<=[\s>|：:。；，、（(]))\*\*(?![\s*])[^*]{1,200}\*\*(?!\*)/g;

// ## 收入决算情况说明    # 第一部分 概况    (marks of a Markdown heading; # 3 号楼 is text)
const HASHES = /^\s{0,8}(#{2,6}(?=\s)|#(?=\s(?:第|[一二三四五六七八九十]{1,3}、|[（(])))/;

/** What did a conversion leave behind: tags, bold marks, rules under table heads? */
export function markMarkup(lines: readonly MarkedLine[], text: string): MarkedLine[] {
  return lines.map((line) => (isPlain(line) ? withMarkup(line, text) : line));
}

// every mark has one of these: most lines need not be looked at
const MARK = /[-<*#]/;

function withMarkup(line: MarkedLine, text: string): MarkedLine {
  if (!MARK.test(line.text)) return line;
  if (line.text.includes(DASHES) && RULE_LINE.test(line.text)) return asNoise(line, 'markup');
  const markup = [...hashesOf(line), ...tagsOf(line), ...boldMarksOf(line)].sort((a, b) => a.start - b.start);
  if (markup.length === 0) return line;
  const rests = printedWithout(text, line, markup);
  const [first, last] = [rests[0], rests.at(-1)];
  if (first === undefined || last === undefined) return asNoise({ ...line, markup }, 'markup');
  return { ...line, markup, printed: { start: first.start, end: last.end } };
}

function hashesOf(line: MarkedLine): Span[] {
  const marks = HASHES.exec(line.text)?.[1];
  if (marks === undefined) return [];
  const start = line.start + line.text.indexOf(marks);
  return [{ start, end: start + marks.length }];
}

function tagsOf(line: MarkedLine): Span[] {
  if (!line.text.includes('<')) return [];
  return [...line.text.matchAll(TAG)].map((found) => ({
    start: line.start + found.index,
    end: line.start + found.index + found[0].length,
  }));
}

function boldMarksOf(line: MarkedLine): Span[] {
  if (!line.text.includes('**')) return [];
  return [...line.text.matchAll(BOLD)].flatMap((found) => {
    const start = line.start + found.index;
    const end = start + found[0].length;
    return [
      { start, end: start + 2 },
      { start: end - 2, end },
    ];
  });
}
