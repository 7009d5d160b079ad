import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowListSchema } from '../../src/search/list-rows.ts';
import { culture, finance, type House, openHouse } from './support/house.ts';
import { writeReport } from './support/write-report.ts';

const formulas = writeReport({
  department: '云川市统计局',
  year: 2021,
  header: ['科目名称', '合计'],
  lines: [
    { kind: 'row', cells: ['=1+1', '3.00'], name: '=1+1' },
    { kind: 'row', cells: ['@甲,"乙"', '4.50'], name: '@甲,"乙"' },
  ],
});

const rowOf = (name: string) => [{ kind: 'row', cells: [name, '1.00'], name }] as const;
/** The label of one report is the title of another. */
const budget = writeReport({
  department: '云川市审计局',
  year: 2020,
  header: ['科目名称', '合计'],
  table: { label: '公开03表', title: '部门支出总表' },
  lines: rowOf('甲'),
});
const otherwise = writeReport({
  department: '云川市档案馆',
  year: 2020,
  header: ['科目名称', '合计'],
  table: { label: '公开 05 表', title: '支出决算表' },
  lines: rowOf('乙'),
});

let house: House;
beforeAll(async () => {
  house = await openHouse({ reports: [finance, formulas], publicUrl: 'https://example.org/suzhang' });
});
afterAll(() => house.close());

const rows = async (query: string) => rowListSchema.parse(await (await house.get(encodeURI(`/api/rows?${query}`))).json());

describe('GET /api/rows', () => {
  it('lists rows with amounts, their unit, and the place of each', async () => {
    const { total, rows: listed } = await rows('code=201');
    expect(total).toBe(2);
    expect(listed[0]).toMatchObject({
      code: '201',
      name: '一般公共服务支出',
      table: { label: '公开03表', title: '支出决算表', unit: '万元' },
    });
    const cell = listed[0]?.cells[0];
    expect(cell).toMatchObject({ column: '合计', text: '2,558.02', value: '2558.02', yuan: '25580200' });
    expect(finance.text.text.slice(cell?.start, cell?.end)).toBe('2,558.02');
  });

  it('goes by report and page', async () => {
    expect((await rows(`report=${finance.report.id}`)).total).toBe(2);
    expect(await rows('size=1&page=2')).toMatchObject({ total: 4, page: 2, size: 1, pages: 4 });
    expect((await house.get('/api/rows?size=1001')).status).toBe(400);
    expect((await house.get('/api/rows?min=abc')).status).toBe(400);
  });
});

describe('the table of GET /api/rows', () => {
  let labelled: House;
  beforeAll(async () => {
    labelled = await openHouse({ reports: [finance, budget, otherwise] });
  });
  afterAll(() => labelled.close());
  const namesOf = async (query: string) => {
    const { total, rows } = rowListSchema.parse(await (await labelled.get(encodeURI(`/api/rows?${query}`))).json());
    return { total, names: rows.map(({ name }) => name) };
  };
  const [first, second] = ['一般公共服务支出', '财政事务'];

  it.each([
    ['a title', 'table=支出决算表', ['乙', first, second]],
    ['a label, whatever the titles under it', 'table=公开03表', ['甲', first, second]],
    ['a label written otherwise', 'table=公开０５表', ['乙']],
    ['a label and a title', 'table=公开05表&table=部门支出总表', ['甲', '乙']],
    ['all but a label', 'table=-公开03表', ['乙']],
    ['a label and the other filters', `table=公开03表&report=${budget.report.id}&year=2020`, ['甲']],
    ['neither', 'table=公开99表', []],
  ])('is %s', async (_, query, names) => {
    const found = await namesOf(query);
    expect({ total: found.total, names: found.names.toSorted() }).toEqual({ total: names.length, names: names.toSorted() });
  });

  it('of a label is paged in report order', async () => {
    const { names: all } = await namesOf('table=公开03表');
    const pages = await Promise.all([1, 2, 3].map((page) => namesOf(`table=公开03表&size=1&page=${page}`)));
    expect(pages.flatMap(({ names }) => names)).toEqual(all);
    const { names: everything } = await namesOf('');
    expect(all).toEqual(everything.filter((name) => all.includes(name)));
  });
});

describe('GET /api/rows.csv', () => {
  it('lists the tables of a label under whatever titles, in report order', async () => {
    const labelled = await openHouse({ reports: [finance, budget, otherwise] });
    try {
      const query = encodeURI('table=公开03表');
      const { rows: listed } = rowListSchema.parse(await (await labelled.get(`/api/rows?${query}`)).json());
      const lines: Record<string, string>[] = parse(await (await labelled.get(`/api/rows.csv?${query}`)).text(), {
        bom: true,
        columns: true,
      });
      expect([...new Set(lines.map(({ row }) => row))]).toEqual(listed.map(({ id }) => id));
      expect(new Set(lines.map(({ table }) => table)).size).toBe(2);
    } finally {
      await labelled.close();
    }
  });

  it('holds one line an amount, with a byte order mark, the exact 元 and a link that lasts', async () => {
    const answer = await house.get('/api/rows.csv');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
    expect(text.startsWith('\uFEFFrow,report,department,')).toBe(true);
    const lines: Record<string, string>[] = parse(text, { bom: true, columns: true });
    expect(lines).toHaveLength(5);
    expect(lines.find((line) => line.amount_text === '2,558.02')).toMatchObject({
      yuan: '25580200',
      unit: '万元',
      column: '合计',
      year: '2023',
    });
    expect(lines[0]?.link).toMatch(/^https:\/\/example\.org\/suzhang\/reports\/[0-9a-f]{16}\?at=\d+-\d+&h=[0-9a-f]{8}$/);
  });

  it('makes cells that a spreadsheet would run inert', async () => {
    const lines: Record<string, string>[] = parse(await (await house.get('/api/rows.csv?year=2021')).text(), { bom: true, columns: true });
    expect(lines.map((line) => line.name)).toEqual(["'=1+1", '\'@甲,"乙"']);
  });

  it('has Chinese heads where they are asked for', async () => {
    const text = await (await house.get('/api/rows.csv?header=zh')).text();
    expect(text.slice(0, text.indexOf('\r\n')).replace('\uFEFF', '').split(',').slice(0, 4)).toEqual([
      '条目编号',
      '报告编号',
      '部门',
      '城市',
    ]);
  });

  it('says at its end when the index was written to while it was made', async () => {
    const other = await openHouse();
    try {
      const answer = await other.get('/api/rows.csv');
      await other.engine.removeReport(culture.report.id);
      expect((await answer.text()).trimEnd().split('\r\n').at(-1)).toMatch(/^导出期间索引有更新，[^,]*,+$/);
      expect(await (await other.get('/api/rows.csv')).text()).not.toContain('导出期间');
    } finally {
      await other.close();
    }
  });

  it('refuses what it cannot read before the first byte', async () => {
    expect((await house.get('/api/rows.csv?max=abc')).status).toBe(400);
  });
});
