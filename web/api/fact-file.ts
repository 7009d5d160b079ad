import type { Context } from 'hono';
import { type ListedFact, listFacts } from '../../src/search/list-facts.ts';
import type { Service } from '../service.ts';
import { factFileParameters } from './fact-parameters.ts';
import { type FileColumn, reportColumns, sendListFile } from './list-file.ts';
import { readParameters } from './parameters.ts';

/** Facts read at once while a file is written. */
const AT_ONCE = 1_000;

/** Figures stand twice: as printed, and as a plain decimal. `yuan` is signed and empty where the unit is not money. */
const columns: readonly FileColumn<ListedFact>[] = [
  ['fact', '事实编号', ({ id }) => id],
  ['report', '报告编号', ({ report }) => report.id],
  ...reportColumns,
  ['from', '出处', ({ from }) => from],
  ['item', '名称', ({ item }) => item],
  ['code', '科目编码', ({ code }) => code],
  ['subject', '科目路径', ({ subject }) => subject?.join(' > ') ?? null],
  ['measure', '指标', ({ measure }) => measure],
  ['period', '所属年度', ({ period }) => period],
  ['fund', '资金', ({ fund }) => fund],
  ['part', '部分', ({ part }) => part],
  ['side', '收支', ({ side }) => side],
  ['table', '表', ({ table }) => table],
  ['column', '栏', ({ column }) => column],
  ['text', '原文', ({ text }) => text],
  ['value', '数值', ({ value }) => value],
  ['unit', '单位', ({ unit }) => unit],
  ['yuan', '金额（元）', ({ yuan }) => yuan],
  ['start', '起', ({ anchor }) => anchor.start],
  ['end', '止', ({ anchor }) => anchor.end],
  ['page', '页', ({ anchor }) => anchor.page],
  ['line', '行', ({ anchor }) => anchor.line],
  ['file', '文件', ({ report }) => report.file],
  ['link', '链接', ({ anchor }) => anchor.url],
];

export const answerFactFile = (service: Service) => async (context: Context) => {
  const { engine, site } = service;
  const { origin, searchParams } = new URL(context.req.url);
  const { header, ...asked } = readParameters(factFileParameters, searchParams);
  const base = site.permalink('', origin);
  return sendListFile(service, context, {
    name: 'suzhang-facts',
    columns,
    header,
    ask: (page) => listFacts(engine, { ...asked, page, size: AT_ONCE }, { base }),
    entries: ({ facts }) => facts,
  });
};
