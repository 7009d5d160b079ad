import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { listRows, rowListSchema, rowPages } from '../../src/search/list-rows.ts';
import { seededReports } from './seeded-reports.ts';
import { openSmallIndex, storeLines } from './small-index.ts';

const reports = seededReports(5, 4, 80).map(storeLines);
const rows = reports.flatMap(({ documents }) =>
  documents.filter(({ document }) => document.kind === 'row').map(({ document }) => document),
);

let engine: Engine;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ engine, close } = await openSmallIndex(reports));
});
afterAll(() => close());

describe('listRows', () => {
  it('lists every row once, page by page', async () => {
    const first = rowListSchema.parse(await listRows(engine, { page: 1, size: 30 }));
    expect(first.total).toBe(rows.length);
    expect(first.pages).toBe(Math.ceil(rows.length / 30));
    const ids = new Set<string>();
    for (let page = 1; page <= first.pages; page++) for (const { id } of (await listRows(engine, { page, size: 30 })).rows) ids.add(id);
    expect(ids).toEqual(new Set(rows.map(({ id }) => id)));
  });

  it('gives the same pages to who wants all of them', async () => {
    const ask = rowPages(engine, { code: ['206'], size: 7 });
    const { pages } = await ask(1);
    expect(pages).toBeGreaterThan(1);
    for (let page = 1; page <= pages + 1; page++) expect(await ask(page)).toEqual(await listRows(engine, { code: ['206'], page, size: 7 }));
  });

  it('takes the filters of a search', async () => {
    const report = reports[1]?.report.id ?? '';
    const own = rows.filter((row) => row.report === report && row.code?.startsWith('206'));
    const listed = await listRows(engine, { report: [report], code: ['206'], page: 1, size: 1_000 });
    expect(listed.rows.map(({ id }) => id)).toEqual(own.map(({ id }) => id));
    expect(listed.rows.every(({ code }) => code?.startsWith('206'))).toBe(true);
    expect((await listRows(engine, { table: ['无此表'], page: 1, size: 10 })).total).toBe(0);
  });
});
