import type { Span } from '../../../src/model/span.ts';
import type { ReportName } from './report-name.ts';
import type { Statement } from './statement.ts';

type Part = { readonly start: number; readonly end: number };

/** A report's name as statements; `span` gives the raw range of a part of it. */
export function nameStatements(name: ReportName, span: (part: Part) => Span, text: string, from: 'title' | 'text'): Statement[] {
  const title = span({ start: name.start, end: name.end });
  const said = (field: Statement['field'], part: (Part & { readonly value: Statement['value'] }) | null): Statement[] =>
    part === null ? [] : [{ field, value: part.value, from, at: span(part) }];
  return [
    { field: 'title', value: withoutLineEnds(text.slice(title.start, title.end)), from, at: title },
    ...said('department', name.body),
    ...said('year', name.year),
    ...said('reportKind', name.kind),
    ...said('scope', name.scope),
  ];
}

const withoutLineEnds = (title: string): string =>
  title
    .split('\n')
    .map((line) => line.trim())
    .join('');
