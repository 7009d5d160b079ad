import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/compare.ts';
import { compareAnswerSchema } from '../../src/compare/compare-answer.ts';
import { type CompareRequest, compareRequestSchema, compareUrl } from '../../src/compare/compare-request.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { ReportKind } from '../../src/model/report.ts';
import { openSmallIndex } from '../search/small-index.ts';
import { type Said, storeFacts } from './facts-by-hand.ts';

const report = (department: string, year: number, said: readonly Omit<Said, 'line'>[], reportKind: ReportKind = '决算') =>
  storeFacts(
    {
      department,
      year,
      reportKind,
      scope: '部门汇总',
      lines: [{ text: `${department}${year}` }, ...said.map(({ text }) => ({ text: `数${text}。` }))],
    },
    said.map((one, n) => ({ ...one, line: n + 1 })),
  );

const water22 = report('云川市水务局', 2022, [{ text: '0.00万元' }, { text: '8.00万元', measure: '年初预算' }]);
const water23 = report('云川市水务局', 2023, [
  { text: '12.00万元' },
  { text: '10.00万元', measure: '年初预算' },
  { text: '120.00%', measure: '完成率' },
]);
const sport22 = report('云川市体育局', 2022, [{ text: '5.00万元' }]);
const sport23 = report('云川市体育局', 2023, [{ text: '6.00万元' }, { text: '7.00万元' }, { text: '9.00万元', measure: '年初预算' }]);
const silent = report('云川市气象局', 2023, []);
const image = report('云川市林业局', 2023, []);
const table = {
  label: '公开03表',
  title: '支出决算表',
  unit: null,
  status: 'absent' as const,
  start: null,
  end: null,
  columns: [],
  note: null,
  rows: 0,
};
const imageReport = { ...image, report: { ...image.report, tables: [table] } };
const other = report('云川市水务局', 2024, [{ text: '3.00万元', item: '水务<项目>', code: null, measure: '预算数' }], '预算');

let index: Awaited<ReturnType<typeof openSmallIndex>>;
beforeAll(async () => {
  index = await openSmallIndex([water22, water23, sport22, sport23, silent, imageReport, other]);
});
afterAll(() => index.close());

const ask = async (asked: Partial<CompareRequest>, engine: Engine = index.engine) =>
  compareAnswerSchema.parse(await compare(engine, compareRequestSchema.parse(asked)));
const entry = async (department: string, year: number, asked: Partial<CompareRequest> = { code: '2210201' }) =>
  (await ask(asked)).reports.find((one) => one.report.department === department && one.report.year === year) ?? expect.fail('no entry');

describe('a comparison', () => {
  it('has one entry a report, those that state nothing last, with the reason', async () => {
    const { total, stated, reports, name } = await ask({ code: '2210201' });
    expect({ total, stated, name }).toEqual({ total: 7, stated: 4, name: '住房公积金' });
    expect(reports.map(({ report: { department, year }, missing }) => [department, year, missing.决算])).toEqual([
      ['云川市体育局', 2022, undefined],
      ['云川市体育局', 2023, undefined],
      ['云川市水务局', 2022, undefined],
      ['云川市水务局', 2023, undefined],
      ['云川市林业局', 2023, 'table-is-image'],
      ['云川市气象局', 2023, 'not-printed'],
      ['云川市水务局', 2024, undefined],
    ]);
  });

  it('lists figures that differ, and works nothing out of them', async () => {
    const { measures, conflicts, computed } = await entry('云川市体育局', 2023);
    expect(measures.决算?.map(({ text }) => text)).toEqual(['6.00万元', '7.00万元']);
    expect(conflicts).toEqual(['决算']);
    expect(computed.增减额).toMatchObject({ kind: 'not-computed', reason: 'several' });
  });

  it('measures against the year before, also when only one year is asked for', async () => {
    for (const asked of [{}, { year: ['2023'] }, { report: [water23.report.id] }]) {
      const { computed } = await entry('云川市水务局', 2023, { code: '2210201', ...asked });
      expect(computed.比上年增减额).toMatchObject({ value: '12.00', base: '2022年决算' });
      expect(computed.比上年增减率).toMatchObject({ kind: 'not-computed', message: '上年为0，不计算' });
    }
    expect((await entry('云川市水务局', 2022)).computed.比上年增减额).toMatchObject({ reason: 'not-indexed', message: '2021年决算未收录' });
  });

  it('keeps what was printed apart from what was worked out', async () => {
    const { measures, computed } = await entry('云川市水务局', 2023);
    expect(measures.完成率?.map(({ text }) => text)).toEqual(['120.00%']);
    expect(computed.完成率).toMatchObject({ value: '120.00', formula: '决算 12.00万元 ÷ 年初预算 10.00万元 = 120.00%' });
  });

  it('takes conditions on the two figures, and leaves out entries that lack one', async () => {
    const years = async (where: CompareRequest['where']) =>
      (await ask({ code: '2210201', where })).reports.map(({ report: { department, year } }) => `${department}${year}`);
    expect(await years('actual>budget')).toEqual(['云川市水务局2023']);
    expect(await years('actual<budget')).toEqual(['云川市水务局2022']);
    expect(await years('actual=budget')).toEqual([]);
  });

  it('orders by rate, difference and final account, those without last', async () => {
    const order = async (sort: CompareRequest['sort']) =>
      (await ask({ code: '2210201', sort })).reports
        .slice(0, 4)
        .map(({ report: { department, year } }) => `${department?.slice(3)}${year}`);
    expect(await order('-rate')).toEqual(['水务局2023', '水务局2022', '体育局2022', '体育局2023']);
    expect(await order('difference')).toEqual(['水务局2022', '水务局2023', '体育局2022', '体育局2023']);
    expect(await order('-actual')).toEqual(['水务局2023', '体育局2022', '水务局2022', '体育局2023']);
  });

  it('pages without gap or overlap', async () => {
    const all = await ask({ code: '2210201' });
    const pages = await Promise.all([1, 2, 3, 4].map((page) => ask({ code: '2210201', size: 2, page })));
    expect(pages.flatMap(({ reports }) => reports)).toEqual(all.reports);
    expect(pages[0]?.pages).toBe(4);
  });

  it('offers the names that hold what was typed, and compares them apart', async () => {
    const { choices, slices } = await ask({ item: '公积', match: 'contains' });
    expect(choices?.names).toEqual([
      expect.objectContaining({ item: '住房公积金', code: '2210201', reports: 4, url: '/compare?code=2210201' }),
    ]);
    expect(slices).toHaveLength(1);
    const project = await ask({ item: '水务<项目>' });
    expect(project.reports[0]).toMatchObject({ name: '水务<项目>', code: null, measures: { 预算数: [{ text: '3.00万元' }] } });
  });

  it('has nothing for a name that nobody printed, and compares nothing before it is asked', async () => {
    expect(await ask({ item: '没有这个' })).toMatchObject({ stated: 0, choices: { total: 0 } });
    expect(await ask({})).toMatchObject({ total: 0, choices: { total: 2 } });
  });

  it('keeps its whole state in its address', () => {
    const request = compareRequestSchema.parse({
      code: '206',
      year: ['2023', '-2022'],
      slice: '206·支出',
      where: 'actual>budget',
      sort: '-rate',
      page: 2,
      size: 10,
    });
    const parameters = new URL(compareUrl('http://x', request)).searchParams;
    expect(parameters.getAll('year')).toEqual(['2023', '-2022']);
    expect(Object.fromEntries(parameters)).toMatchObject({
      code: '206',
      slice: '206·支出',
      where: 'actual>budget',
      sort: '-rate',
      page: '2',
      size: '10',
    });
  });
});
