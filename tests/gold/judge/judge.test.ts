import { expect, it } from 'vitest';
import { type GoldTable, type MarkedReport, readMarkedReports } from './gold.ts';
import { judgeReport, type Question } from './judge-report.ts';
import type { Tally } from './tally.ts';

const report = readMarkedReports('samples').find(({ file }) => file === '临溪区卫生健康局2022年度部门决算.txt');

/** What is missed when the gold of a sample is changed so. */
async function missesOf(question: Question, change: (gold: MarkedReport['gold']) => MarkedReport['gold']): Promise<Tally['misses']> {
  if (report === undefined) throw new Error('the sample is gone: choose another one');
  const tallies = await judgeReport({ ...report, gold: change(report.gold) });
  return tallies.find(({ name }) => name === question)?.misses ?? [];
}

const inTables = (change: (table: GoldTable) => GoldTable) => (gold: MarkedReport['gold']) => ({
  ...gold,
  tables: gold.tables.map(change),
});
const third = inTables((table) => (table.id === '公开03表' ? { ...table, rows: table.rows.slice(1) } : table));

it('misses a figure that is printed in another column', async () => {
  const swapped = inTables((table) => ({
    ...table,
    rows: table.rows.map((row) => {
      const { 基本支出: a, 项目支出: b, ...values } = row.values;
      return a && b ? { ...row, values: { ...values, 基本支出: b, 项目支出: a } } : row;
    }),
  }));
  expect((await missesOf('rows.cells', swapped)).length).toBeGreaterThan(10);
});

it('misses a figure whose unit is another one', async () => {
  const inYuan = inTables((table) => ({ ...table, unit: '元' }));
  expect((await missesOf('rows.cells', inYuan)).length).toBeGreaterThan(10);
});

it('misses a row that no one printed', async () => {
  expect(await missesOf('rows.precision', third)).toHaveLength(1);
});

it('misses rows of a table that is not printed', async () => {
  const absent = inTables((table) => (table.id === '公开03表' ? { ...table, present: false } : table));
  expect(await missesOf('rows.absent', absent)).toHaveLength(1);
});

it('misses headings at another level, and headings that the gold does not know', async () => {
  const lower = (gold: MarkedReport['gold']) => ({ ...gold, sections: gold.sections.map((one) => ({ ...one, level: one.level + 1 })) });
  expect((await missesOf('sections.recall', lower)).length).toBeGreaterThan(10);
  const none = (gold: MarkedReport['gold']) => ({ ...gold, sections: gold.sections.slice(1) });
  expect(await missesOf('sections.precision', none)).toHaveLength(1);
});
