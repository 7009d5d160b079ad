import type { Span } from '../../../src/model/span.ts';
import type { Outline } from '../outline.ts';
import { coverLines } from './cover-lines.ts';
import { nameStatements } from './name-statements.ts';
import { readPlace } from './places.ts';
import { type ReportName, readReportName } from './report-name.ts';
import { rawSpan, type Squeezed, squeeze } from './squeezed.ts';
import type { Statement } from './statement.ts';

/** A line of a title is not longer, in characters without white space. */
const LONGEST_LINE = 120;
/** A title takes at most so many lines. */
const MOST_LINES = 4;
// 上海市云川区规划和自然    (part of a name: nothing but Chinese characters and brackets)
const PART_OF_NAME = /^[\u4e00-\u9fff·（）()“”]{2,40}$/;

interface Found {
  readonly words: Squeezed;
  readonly name: ReportName;
}

/** What the words before the contents or the first heading say: the report's title. */
export function readCover(text: string, outline: Outline): Statement[] {
  const lines = coverLines(text, outline);
  const found = lines.flatMap((_, index) => titleAt(text, lines, index) ?? []);
  const best = found.find(({ name }) => name.body !== null) ?? found[0];
  return best ? nameStatements(best.name, (part) => rawSpan(best.words, part.start, part.end), text, 'title') : [];
}

/** The report's name that ends on this line, with as many lines above it as its body needs. */
function titleAt(text: string, lines: readonly Span[], index: number): Found | null {
  const alone = read(text, lines, index, 1);
  if (!alone || sitsSomewhere(alone)) return alone;
  for (let count = 2; count <= MOST_LINES && isPartOfName(text, lines[index - count + 1]); count++) {
    const joined = read(text, lines, index, count);
    if (joined && sitsSomewhere(joined)) return joined;
  }
  const pair = isPartOfName(text, lines[index - 1]) && alone.name.body === null ? read(text, lines, index, 2) : null;
  return pair?.name.body ? pair : alone;
}

function read(text: string, lines: readonly Span[], index: number, count: number): Found | null {
  const words = squeeze(text, lines.slice(Math.max(0, index - count + 1), index + 1), LONGEST_LINE * count);
  const name = readReportName(words.chars);
  return name && { words, name };
}

/** The body's own name says where it sits: then it is whole. */
function sitsSomewhere({ name }: Found): boolean {
  const place = name.body && readPlace(name.body.value);
  return place !== null && (place.city !== null || place.district !== null);
}

const isPartOfName = (text: string, line: Span | undefined): boolean =>
  line !== undefined && PART_OF_NAME.test(squeeze(text, [line], LONGEST_LINE).chars);
