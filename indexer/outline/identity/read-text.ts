import type { Span } from '../../../src/model/span.ts';
import type { Outline } from '../outline.ts';
import { toBodyName } from './body-name.ts';
import { type ReportName, readReportName } from './report-name.ts';
import { rawSpan, type Squeezed, squeeze } from './squeezed.ts';
import type { Statement } from './statement.ts';

/** How far into a report its own name is looked for; in characters without white space. */
const FAR_ENOUGH = 30_000;

// 纳入…局2023年度部门决算编制范围
const IN_SCOPE = /纳入([\u4e00-\u9fff（）()·“”]{3,45}20\d\d年度?(?:部门|单位)(?:决算|预算))/;
// 第一部分…局概况
const PROFILE = /第一部[分份][：:、]?([\u4e00-\u9fff（）()·“”]{3,45}?)概况/;
// 部门：…局2023年度    编制单位：…    预算单位：…    (until what cannot be part of a name)
const LABEL = /(?:预算单位|编制单位|编报单位|单位名称|编制部门|部门名称|填报单位|部门|单位)[：:]([\u4e00-\u9fff（）()·“”]{3,45})/g;
// words that follow the name on the line of a label
const AFTER_NAME = /(?:金额|单位|公开|项目|收入|支出|预算|决算).*$/;
// 2023年度 on the line of a label
const YEAR_AFTER = /^(20\d\d)年度?/;

/** What sentences, section headings and the lines above tables say. */
export function readBodyText(text: string, outline: Outline): Statement[] {
  const words = squeeze(text, documentSpans(outline), FAR_ENOUGH);
  return [...fromSentence(words, text), ...fromProfile(words), ...fromLabels(words)];
}

function* documentSpans(outline: Outline): Generator<Span> {
  for (const piece of outline.pieces) if (piece.kind !== 'noise') yield* piece.spans;
}

function fromSentence(words: Squeezed, text: string): Statement[] {
  const found = IN_SCOPE.exec(words.chars);
  const name = found?.[1] === undefined ? null : readReportName(found[1]);
  if (!found || !name) return [];
  const base = found.index + '纳入'.length;
  return statements(name, (part) => rawSpan(words, base + part.start, base + part.end), text);
}

function statements(name: ReportName, span: (part: { start: number; end: number }) => Span, text: string): Statement[] {
  const whole = span(name);
  return [
    { field: 'title', value: text.slice(whole.start, whole.end).replace(/\s*\n\s*/g, ''), from: 'text', at: whole },
    ...(name.body ? [{ field: 'department' as const, value: name.body.value, from: 'text' as const, at: span(name.body) }] : []),
    { field: 'year', value: name.year.value, from: 'text', at: span(name.year) },
    { field: 'reportKind', value: name.kind.value, from: 'text', at: span(name.kind) },
    ...(name.scope ? [{ field: 'scope' as const, value: name.scope.value, from: 'text' as const, at: span(name.scope) }] : []),
  ];
}

function fromProfile(words: Squeezed): Statement[] {
  const found = PROFILE.exec(words.chars);
  const value = found?.[1] === undefined ? null : toBodyName(found[1]);
  if (!found || value === null) return [];
  const start = found.index + found[0].indexOf(value);
  return [{ field: 'department', value, from: 'text', at: rawSpan(words, start, start + value.length) }];
}

/** The name most often printed after 部门：, and the year beside it. */
function fromLabels(words: Squeezed): Statement[] {
  const names = new Map<string, { times: number; at: Span; year: Statement | null }>();
  for (const found of words.chars.matchAll(LABEL)) {
    const printed = (found[1] ?? '').replace(AFTER_NAME, '');
    const value = toBodyName(printed);
    if (value === null) continue;
    const start = found.index + found[0].length - (found[1] ?? '').length;
    const known = names.get(value);
    names.set(value, {
      times: (known?.times ?? 0) + 1,
      at: known?.at ?? rawSpan(words, start, start + value.length),
      year: known?.year ?? yearAfter(words, start + printed.length),
    });
  }
  const [value, most] = [...names].sort((a, b) => b[1].times - a[1].times)[0] ?? [];
  if (value === undefined || most === undefined) return [];
  return [{ field: 'department', value, from: 'table', at: most.at }, ...(most.year ? [most.year] : [])];
}

function yearAfter(words: Squeezed, at: number): Statement | null {
  const year = YEAR_AFTER.exec(words.chars.slice(at, at + 6))?.[1];
  return year === undefined ? null : { field: 'year', value: Number.parseInt(year, 10), from: 'table', at: rawSpan(words, at, at + 4) };
}
