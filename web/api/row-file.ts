import type { Context } from 'hono';
import { type ListedRow, rowPages } from '../../src/search/list-rows.ts';
import type { Service } from '../service.ts';
import { type FileColumn, reportColumns, sendListFile } from './list-file.ts';
import { rowFileParameters } from './list-parameters.ts';
import { readParameters } from './parameters.ts';

/** Rows read at once while a file is written. */
const AT_ONCE = 1_000;

interface Line {
  readonly row: ListedRow;
  readonly report: ListedRow['report'];
  readonly cell: ListedRow['cells'][number] | null;
  readonly link: string;
}

/** One line an amount; a row without amounts has one line. Figures stand twice: as printed, and as a plain decimal. */
const columns: readonly FileColumn<Line>[] = [
  ['row', '条目编号', ({ row }) => row.id],
  ['report', '报告编号', ({ report }) => report.id],
  ...reportColumns,
  ['table_label', '表号', ({ row }) => row.table.label],
  ['table', '表', ({ row }) => row.table.title],
  ['side', '收支', ({ row }) => row.side],
  ['line_no', '行次', ({ row }) => row.lineNo],
  ['code', '科目编码', ({ row }) => row.code],
  ['name', '名称', ({ row }) => row.name],
  ['column', '栏', ({ cell }) => cell?.column ?? null],
  ['amount_text', '金额原文', ({ cell }) => cell?.text ?? null],
  ['unit', '单位', ({ row }) => row.table.unit],
  ['value', '数值', ({ cell }) => cell?.value ?? null],
  ['yuan', '金额（元）', ({ cell }) => cell?.yuan ?? null],
  ['start', '起', ({ row, cell }) => cell?.start ?? row.source.start],
  ['end', '止', ({ row, cell }) => cell?.end ?? row.source.end],
  ['page', '页', ({ row }) => row.source.page],
  ['line', '行', ({ row }) => row.source.line],
  ['doubt', '疑点', ({ row }) => row.doubt],
  ['file', '文件', ({ report }) => report.file],
  ['link', '链接', ({ link }) => link],
];

export const answerRowFile = (service: Service) => async (context: Context) => {
  const { engine, site } = service;
  const { origin, searchParams } = new URL(context.req.url);
  const { header, ...asked } = readParameters(rowFileParameters, searchParams);
  return sendListFile(service, context, {
    name: 'suzhang-rows',
    columns,
    header,
    ask: rowPages(engine, { ...asked, size: AT_ONCE }),
    entries: ({ rows }) => rows.flatMap((row) => linesOf(row, (url) => site.permalink(url, origin))),
  });
};

function linesOf(row: ListedRow, permalink: (url: string) => string): Line[] {
  const cells = row.cells.length === 0 ? [null] : row.cells;
  return cells.map((cell) => ({ row, report: row.report, cell, link: permalink(row.source.url) }));
}
