import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { runBatch } from '../../src/search/batch.ts';
import { storeReport } from '../support/store-report.ts';
import { ask, askAll, request, requestOf } from './ask.ts';
import { seededReports } from './seeded-reports.ts';
import { openSmallIndex, storeLines } from './small-index.ts';

let index: Awaited<ReturnType<typeof openSmallIndex>>;
beforeAll(async () => {
  index = await openSmallIndex(seededReports(7, 6, 60).map(storeLines));
});
afterAll(() => index.close());

const queries = ['"财政"', '财政 拨款', '支出 | 收入', '-支出', '无此词语', '', '约1.36亿元', '年度:2023 支出', '支出', '财政 拨款'];

describe('a batch', () => {
  it('has for each query, in order, the counts of the search alone, in all and per report', async () => {
    const batch = await runBatch(index.engine, queries, request({}));
    expect(batch.queries.map(({ q }) => q)).toEqual(queries);
    for (const one of batch.queries) {
      const alone = await ask(index.engine, { q: one.q });
      expect([one.q, one.total, one.level, one.exact]).toEqual([one.q, alone.total, alone.level, alone.exact]);
      const hits = await askAll(index.engine, { q: one.q });
      const counts = Map.groupBy(hits, ({ report }) => report.id);
      expect(new Map(one.reports.map(({ report, count }) => [report, count]))).toEqual(
        new Map([...counts].map(([report, own]) => [report, own.length])),
      );
      for (const { count, url } of one.reports.slice(0, 2)) expect((await ask(index.engine, requestOf(url))).total).toBe(count);
    }
  });

  it('keeps common filters', async () => {
    const batch = await runBatch(index.engine, ['支出'], request({ year: ['2023'] }));
    expect(batch.queries[0]?.total).toBe((await ask(index.engine, { q: '支出', year: ['2023'] })).total);
    expect(batch.reports.every(({ year }) => year === 2023)).toBe(true);
  });

  it('is of one state of the index also when that changes meanwhile', async () => {
    const { engine, close } = await openSmallIndex([storeLines({ department: '甲局', lines: [{ text: '周转金一' }] })]);
    let asked = 0;
    const changing: Engine = {
      ...engine,
      name: engine.name,
      capabilities: engine.capabilities,
      read: async (work, options) => {
        if (++asked === 2) await storeReport(engine, storeLines({ department: '乙局', lines: [{ text: '周转金二' }] }));
        return engine.read(work, options);
      },
    };
    const batch = await runBatch(changing, ['周转金', '周转'], request({}));
    expect(batch.queries.map(({ total }) => total)).toEqual([2, 2]);
    await close();
  });
});
