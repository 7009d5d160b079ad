import type { Span } from '../../../src/model/span.ts';
import type { Outline } from '../outline.ts';
import { toBodyName } from './body-name.ts';
import { linesOf } from './cover-lines.ts';
import { nameStatements } from './name-statements.ts';
import { readPlace } from './places.ts';
import { readReportName } from './report-name.ts';
import { rawSpan, type Squeezed, squeeze } from './squeezed.ts';
import type { Statement } from './statement.ts';

/** How far into a report its own name is looked for; in characters without white space. */
const FAR_ENOUGH = 30_000;

// 纳入…局2023年度部门决算编制范围    …局2023年度部门决算由三个单位组成    (at the start of a clause)
const NAMED = /(?:^|[。，；：])(?:纳入)?([\u4e00-\u9fff（）()·“”]{3,45}20\d\d年度?(?:部门|单位)(?:综合)?(?:决算|预算))/g;
const LONGEST_PASSAGE = 1200;
// 第一部分…局概况
const PROFILE = /第一部[分份][：:、]?([\u4e00-\u9fff（）()·“”]{3,45}?)概况/;
// 部门：…局2023年度金额单位：万元    编制单位：…    预算单位：…    单位名称（盖章）：…
const LABEL =
  /^(?:预算单位|编制单位|编报单位|单位名称|编制部门|部门名称|填报单位|部门|单位)(?:[（(]盖章[）)])?[：:]([\u4e00-\u9fff（）()·“”]{3,45})/;
// every label ends in one: most rows of tables need not be looked at
const COLON = /[：:]/;
// words that follow the name on the line of a label
const AFTER_NAME = /(?:金额单位|单位|公开|项目|收入|填报日期|制表).*$/;
const LONGEST_LABEL_LINE = 120;
// 2023年度 after the name
const YEAR_AFTER = /^(20\d\d)年度?/;

/** What sentences, section headings and the lines above tables say. */
export function readBodyText(text: string, outline: Outline): Statement[] {
  const words = squeeze(text, documentSpans(outline), FAR_ENOUGH);
  const until = (words.at.at(-1) ?? 0) + 1;
  return [...fromSentences(text, outline, until), ...fromProfile(words), ...fromLabels(text, outline, until)];
}

function* documentSpans(outline: Outline): Generator<Span> {
  for (const piece of outline.pieces) if (piece.kind !== 'noise') for (const span of piece.spans) yield span;
}

/** The first sentence that names a report with its body. */
function fromSentences(text: string, outline: Outline, until: number): Statement[] {
  for (const piece of outline.pieces) {
    if ((piece.spans[0]?.start ?? 0) >= until) break;
    if (piece.kind !== 'passage') continue;
    const words = squeeze(text, piece.spans, LONGEST_PASSAGE);
    for (const found of words.chars.matchAll(NAMED)) {
      const name = readReportName(found[1] ?? '');
      const base = found.index + found[0].length - (found[1] ?? '').length;
      if (name?.body) return nameStatements(name, (part) => rawSpan(words, base + part.start, base + part.end), text, 'text');
    }
  }
  return [];
}

function fromProfile(words: Squeezed): Statement[] {
  const found = PROFILE.exec(words.chars);
  const value = found?.[1] === undefined ? null : toBodyName(found[1]);
  if (!found || value === null) return [];
  const start = found.index + found[0].indexOf(value);
  return [{ field: 'department', value, from: 'text', at: rawSpan(words, start, start + value.length) }];
}

interface Label {
  readonly value: string;
  readonly times: number;
  readonly at: Span;
  readonly year: Statement | null;
}

/** The name printed after 部门：, one that says its place before others, then the most frequent; and the year beside it. */
function fromLabels(text: string, outline: Outline, until: number): Statement[] {
  const labels = new Map<string, Label>();
  for (const label of labelsOf(text, outline, until)) {
    const known = labels.get(label.value);
    labels.set(label.value, known ? { ...known, times: known.times + 1, year: known.year ?? label.year } : label);
  }
  const weight = ({ value, times }: Label) => times + (readPlace(value).city === null ? 0 : 1000);
  const best = [...labels.values()].sort((a, b) => weight(b) - weight(a))[0];
  return best ? [{ field: 'department', value: best.value, from: 'table', at: best.at }, ...(best.year ? [best.year] : [])] : [];
}

function* labelsOf(text: string, outline: Outline, until: number): Generator<Label> {
  for (const span of documentSpans(outline)) {
    if (span.start >= until) return;
    if (!COLON.test(text.slice(span.start, span.end))) continue;
    for (const line of linesOf(text, span)) {
      const label = readLabel(squeeze(text, [line], LONGEST_LABEL_LINE));
      if (label) yield label;
    }
  }
}

function readLabel(words: Squeezed): Label | null {
  const found = LABEL.exec(words.chars);
  const printed = (found?.[1] ?? '').replace(AFTER_NAME, '');
  const value = toBodyName(printed);
  if (!found || value === null) return null;
  const start = found[0].length - (found[1] ?? '').length;
  const year = YEAR_AFTER.exec(words.chars.slice(start + printed.length))?.[1];
  const yearAt = start + printed.length;
  return {
    value,
    times: 1,
    at: rawSpan(words, start, start + value.length),
    year:
      year === undefined
        ? null
        : { field: 'year', value: Number.parseInt(year, 10), from: 'table', at: rawSpan(words, yearAt, yearAt + 4) },
  };
}
