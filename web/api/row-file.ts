import type { Context } from 'hono';
import { type ListedRow, listRows } from '../../src/search/list-rows.ts';
import type { Service } from '../service.ts';
import { type CsvValue, csvStream } from './csv.ts';
import { entriesOf } from './list-file.ts';
import { rowFileParameters } from './list-parameters.ts';
import { readParameters } from './parameters.ts';

/** Rows read at once while a file is written. */
const AT_ONCE = 1_000;

export const answerRowFile =
  ({ engine, site }: Service) =>
  async (context: Context) => {
    const { origin, searchParams } = new URL(context.req.url);
    const asked = readParameters(rowFileParameters, searchParams);
    const ask = (page: number) => listRows(engine, { ...asked, page, size: AT_ONCE });
    const lines = linesOf(
      entriesOf(await ask(1), ask, ({ rows }) => rows),
      (url) => site.permalink(url, origin),
    );
    const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="suzhang-rows.csv"' };
    return context.body(csvStream(Object.keys(columns), lines), 200, headers);
  };

type Line = { readonly row: ListedRow; readonly cell: ListedRow['cells'][number] | null; readonly link: string };

/** One line an amount; a row without amounts has one line. Figures stand twice: as printed, and as a plain decimal. */
const columns: Readonly<Record<string, (line: Line) => CsvValue>> = {
  row: ({ row }) => row.id,
  report: ({ row }) => row.report.id,
  department: ({ row }) => row.report.department,
  city: ({ row }) => row.report.city,
  district: ({ row }) => row.report.district,
  year: ({ row }) => row.report.year,
  kind: ({ row }) => row.report.reportKind,
  scope: ({ row }) => row.report.scope,
  table_label: ({ row }) => row.table.label,
  table: ({ row }) => row.table.title,
  side: ({ row }) => row.side,
  line_no: ({ row }) => row.lineNo,
  code: ({ row }) => row.code,
  name: ({ row }) => row.name,
  column: ({ cell }) => cell?.column ?? null,
  amount_text: ({ cell }) => cell?.text ?? null,
  unit: ({ row }) => row.table.unit,
  value: ({ cell }) => cell?.value ?? null,
  yuan: ({ cell }) => cell?.yuan ?? null,
  start: ({ row, cell }) => cell?.start ?? row.source.start,
  end: ({ row, cell }) => cell?.end ?? row.source.end,
  page: ({ row }) => row.source.page,
  line: ({ row }) => row.source.line,
  doubt: ({ row }) => row.doubt,
  file: ({ row }) => row.report.file,
  link: ({ link }) => link,
};

async function* linesOf(rows: AsyncIterable<ListedRow>, permalink: (url: string) => string): AsyncGenerator<readonly CsvValue[]> {
  for await (const row of rows) {
    const link = permalink(row.source.url);
    for (const cell of row.cells.length === 0 ? [null] : row.cells) yield Object.values(columns).map((read) => read({ row, cell, link }));
  }
}
