import type { Span } from '../../src/model/span.ts';
import { foldString } from '../../src/text/normal-form.ts';
import type { MarkedLine } from '../outline/marked-line.ts';
import { printedWithout } from '../outline/printed.ts';
import { type CellKind, kindOfCell, plainFigure } from './cell-kind.ts';

/** Longer cells are prose: they are no heads, names of heads or figures, and are not looked at as such. */
export const LONGEST_LABEL = 120;

/**
 * A cell as printed. `start`..`end` are its printed characters (equal where it is empty), `text` is white space around it dropped,
 * `plain` all white space dropped (of a number also full widths: ２０１ is a code too), `key` the folded text by which words are known ('' of a cell too long to be a label).
 */
export interface GridCell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly plain: string;
  readonly key: string;
  readonly kind: CellKind;
}

/** The cells of a printed line. `line` is its index in the report's lines; `parted` whether TABs part the cells, so that their places count. */
export interface GridLine {
  readonly line: number;
  readonly cells: readonly GridCell[];
  readonly parted: boolean;
}

const WHITE = /\s+/g;
const WHITE_INSIDE = /\s/;

/** Cells between TABs; without TABs, cells between runs of white space. Left-over markup inside a cell is no part of its text. */
export function gridLine(line: MarkedLine, index: number): GridLine {
  const parted = line.text.includes('\t');
  return { line: index, parted, cells: (parted ? betweenTabs(line) : betweenSpaces(line)).map((span) => gridCell(line, span)) };
}

/** The cell that stands at this range of the line, offsets of the report. */
function gridCell(line: MarkedLine, range: Span): GridCell {
  const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });
  const holes = line.markup.length === 0 ? line.markup : line.markup.map((span) => shift(span, -line.start));
  const parts = printedWithout(line.text, shift(range, -line.start), holes);
  const text = parts.map((part) => line.text.slice(part.start, part.end)).join('');
  const start = line.start + (parts[0]?.start ?? range.start - line.start);
  const end = line.start + (parts.at(-1)?.end ?? range.start - line.start);
  const kind = kindOfCell(text);
  const key = keyOf(text, kind);
  const plain = kind === 'number' ? key : WHITE_INSIDE.test(text) ? text.replace(WHITE, '') : text;
  return { start, end, text, plain, key, kind };
}

/** Figures are not folded: no word is among them. */
function keyOf(text: string, kind: CellKind): string {
  if (text.length > LONGEST_LABEL) return '';
  return kind === 'text' || kind === 'money' ? foldString(text) : plainFigure(text);
}

function betweenTabs(line: MarkedLine): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = line.text.indexOf('\t'); at >= 0; at = line.text.indexOf('\t', start)) {
    spans.push({ start: line.start + start, end: line.start + at });
    start = at + 1;
  }
  spans.push({ start: line.start + start, end: line.end });
  return spans;
}

// 合 计 | 项 目 | 栏 次 | 收 入: words of two characters that tables print with a blank inside; 公开 01 表; 一 、 教育支出
const TOKEN =
  /(?<!\S)[一二三四五六七八九十]{1,3}[ \u3000]{0,3}、[ \u3000]{0,3}(?=[\u4e00-\u9fff])\S+|(?:(?:[合总小][ \u3000]{1,8}计|项[ \u3000]{1,8}目|[栏行][ \u3000]{1,8}次|收[ \u3000]{1,8}入|支[ \u3000]{1,8}出|公开[ \u3000]{0,3}\d{1,2}[ \u3000]{0,3}表)(?!\S))|\S+/g;
const betweenSpaces = (line: MarkedLine): Span[] =>
  [...line.text.matchAll(TOKEN)].map((token) => ({ start: line.start + token.index, end: line.start + token.index + token[0].length }));
