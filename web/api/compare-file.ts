import type { Context } from 'hono';
import { compare } from '../../src/compare/compare.ts';
import type { ComparedEntry, ComparedFigure, ComputedName } from '../../src/compare/compare-answer.ts';
import { missingLabels } from '../../src/compare/missing.ts';
import type { CsvValue } from '../../src/export/csv-lines.ts';
import type { Measure } from '../../src/model/amount.ts';
import type { Service } from '../service.ts';
import { compareFileParameters } from './compare-parameters.ts';
import { type FileColumn, reportColumns, sendListFile } from './list-file.ts';
import { readParameters } from './parameters.ts';

/** Entries read at once while a file is written. */
const AT_ONCE = 500;

type Column = FileColumn<ComparedEntry>;

/** Several figures of one measure stand in one cell one after the other: a doubt must stay visible, also in a spreadsheet. */
const figures = (entry: ComparedEntry, measure: Measure, read: (figure: ComparedFigure) => string | null): CsvValue =>
  (entry.measures[measure] ?? []).map((figure) => read(figure) ?? '').join('；') || null;

/** As printed, in 元, its link, and why it is not there. */
const measured = (measure: Measure, head: string): Column[] => [
  [measure, head, (entry) => figures(entry, measure, ({ text }) => text)],
  [`${measure}_yuan`, `${head}（元）`, (entry) => figures(entry, measure, ({ yuan }) => yuan)],
  [`${measure}_link`, `${head}链接`, (entry) => figures(entry, measure, ({ anchor }) => anchor.url)],
  [`${measure}_missing`, `${head}缺失原因`, (entry) => reasonOf(entry, measure)],
];

function reasonOf({ missing }: ComparedEntry, measure: Measure): CsvValue {
  const reason = missing[measure];
  return reason === undefined ? null : missingLabels[reason];
}

const computed = (name: ComputedName): Column[] => [
  [`${name}_computed`, `${name}（计算）`, ({ computed: all }) => computedValue(all[name])],
  [`${name}_formula`, `${name}（算式）`, ({ computed: all }) => formulaOf(all[name])],
];

type Computed = ComparedEntry['computed'][ComputedName];
const computedValue = (one: Computed): CsvValue => (one?.kind === 'computed' ? `${one.value}${one.unit}` : null);
const formulaOf = (one: Computed): CsvValue => (one === undefined ? null : one.kind === 'computed' ? one.formula : one.message);

/** In the order that Chinese accounts use. Printed figures and those worked out stand apart. */
const columns: readonly Column[] = [
  ...reportColumns,
  ['period', '所属年度', ({ period }) => period],
  ['fund', '资金', ({ fund }) => fund],
  ['part', '部分', ({ part }) => part],
  ['side', '收支', ({ side }) => side],
  ['column', '栏', ({ column }) => column],
  ['code', '科目编码', ({ code }) => code],
  ['name', '科目名称', ({ name }) => name],
  ...measured('年初预算', '年初预算数'),
  ...measured('全年预算', '全年预算数'),
  ...measured('预算数', '预算数'),
  ...measured('决算', '决算数'),
  ...measured('比预算增减额', '增减额'),
  ...computed('增减额'),
  ...measured('完成率', '完成率(%)'),
  ...computed('完成率'),
  ...measured('同比增减额', '比上年增减额'),
  ...computed('比上年增减额'),
  ...measured('同比增减率', '比上年增减率'),
  ...computed('比上年增减率'),
  ...measured('占比', '占比'),
  ...measured('数量', '数量'),
  ['report', '报告编号', ({ report }) => report.id],
  ['file', '文件', ({ report }) => report.file],
];

export const answerCompareFile = (service: Service) => async (context: Context) => {
  const { engine, site } = service;
  const { origin, searchParams } = new URL(context.req.url);
  const { header, ...asked } = readParameters(compareFileParameters, searchParams);
  const base = site.permalink('', origin);
  return sendListFile(service, context, {
    name: 'suzhang-compare',
    columns,
    header,
    ask: (page) => compare(engine, { ...asked, page, size: AT_ONCE }, { base }),
    entries: ({ reports }) => reports,
  });
};
