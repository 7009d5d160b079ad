import type { Context } from 'hono';
import { BYTE_ORDER_MARK, type CsvValue, csvLines } from '../../src/export/csv-lines.ts';
import type { HitReport } from '../../src/search/answer.ts';
import { streamOf } from '../export/stream.ts';
import type { Service } from '../service.ts';

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

export interface ListFile<Page, Entry> {
  /** Without its ending. */
  readonly name: string;
  readonly columns: readonly FileColumn<Entry>[];
  readonly header: 'zh' | 'en';
  readonly ask: (page: number) => Promise<Page>;
  readonly entries: (page: Page) => readonly Entry[];
}

/**
 * A paged list as a CSV file to keep, first page to last, a line an entry. A page is asked for when the one before it is taken.
 * The first is asked for before anything is sent: what cannot be answered is refused.
 */
export async function sendListFile<Page extends { readonly pages: number }, Entry>(
  { engine, report }: Service,
  context: Context,
  file: ListFile<Page, Entry>,
): Promise<Response> {
  const buildNow = () => engine.read(async ({ build }) => build);
  const build = await buildNow();
  const pieces = piecesOf(file, await file.ask(1), async () => (await buildNow()) !== build);
  const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${file.name}.csv"` };
  return context.body(streamOf(pieces, report), 200, headers);
}

/** What a file says in a line of its own when its pages are not of one state of the index. */
const CHANGED = '导出期间索引有更新，可能有遗漏或重复，请重新导出。';

async function* piecesOf<Page extends { readonly pages: number }, Entry>(
  { columns, header, ask, entries }: ListFile<Page, Entry>,
  first: Page,
  hasChanged: () => Promise<boolean>,
): AsyncGenerator<string> {
  const write = (page: Page): string => csvLines(entries(page).map((entry) => columns.map(([, , value]) => value(entry))));
  yield `${BYTE_ORDER_MARK}${csvLines([columns.map(([plain, head]) => (header === 'zh' ? head : plain))])}`;
  yield write(first);
  for (let page = 2; page <= first.pages; page++) yield write(await ask(page));
  if (await hasChanged()) yield csvLines([columns.map((_, n) => (n === 0 ? CHANGED : null))]);
}
