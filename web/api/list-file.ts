import type { Context } from 'hono';
import type { HitReport } from '../../src/search/answer.ts';
import { type CsvValue, csvStream } from './csv.ts';

/** A column of a file: its name, its Chinese head, where its value comes from. */
export type FileColumn<Entry> = readonly [name: string, head: string, value: (entry: Entry) => CsvValue];

/** Whose accounts an entry is of. */
export const reportColumns: readonly FileColumn<{ readonly report: HitReport }>[] = [
  ['department', '部门', ({ report }) => report.department],
  ['city', '城市', ({ report }) => report.city],
  ['district', '区县', ({ report }) => report.district],
  ['year', '报告年度', ({ report }) => report.year],
  ['report_kind', '报告种类', ({ report }) => report.reportKind],
  ['scope', '口径', ({ report }) => report.scope],
];

/** The entries of a paged list, first page to last; a page is asked for when the one before it is written. */
export async function* entriesOf<Page extends { readonly pages: number }, Entry>(
  first: Page,
  ask: (page: number) => Promise<Page>,
  entries: (page: Page) => readonly Entry[],
): AsyncGenerator<Entry> {
  for (let page = 1; page <= Math.max(1, first.pages); page++) yield* entries(page === 1 ? first : await ask(page));
}

export interface ListFile<Entry> {
  /** Without its ending. */
  readonly name: string;
  readonly columns: readonly FileColumn<Entry>[];
  readonly header: 'zh' | 'en';
  readonly entries: AsyncIterable<Entry>;
}

/** The list as a CSV file to keep, a line an entry, written as it is read. */
export function sendListFile<Entry>(context: Context, { name, columns, header, entries }: ListFile<Entry>): Response {
  const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}.csv"` };
  const heads = columns.map(([plain, head]) => (header === 'zh' ? head : plain));
  return context.body(csvStream(heads, linesOf(columns, entries)), 200, headers);
}

async function* linesOf<Entry>(columns: readonly FileColumn<Entry>[], entries: AsyncIterable<Entry>): AsyncGenerator<readonly CsvValue[]> {
  for await (const entry of entries) yield columns.map(([, , value]) => value(entry));
}
