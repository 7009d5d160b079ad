import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factListSchema } from '../../src/search/list-facts.ts';
import { openSampleHouse, type SampleHouse } from './support/sample-house.ts';

let house: SampleHouse;
beforeAll(async () => {
  house = await openSampleHouse();
}, 120_000);
afterAll(() => house.close());

const ask = async (query: string) => factListSchema.parse(await (await house.get(encodeURI(`/api/facts?${query}`))).json());

describe('GET /api/facts', () => {
  it('gives every fact the place where it is printed', async () => {
    const texts = new Map<string, string>();
    const { total, facts } = await ask('size=1000');
    expect(total).toBeGreaterThan(1000);
    for (const { anchor, report } of facts) {
      if (!texts.has(report.id)) texts.set(report.id, await (await house.get(`/api/reports/${report.id}/text`)).text());
      const text = texts.get(report.id) ?? '';
      expect(text.slice(anchor.start, anchor.end)).toBe(anchor.quote);
      expect(text.slice(0, anchor.start).split('\n')).toHaveLength(anchor.line);
      expect(anchor.url).toMatch(new RegExp(`^/reports/${report.id}\\?at=${anchor.start}-${anchor.end}&h=[0-9a-f]{8}$`));
    }
  });

  it('goes by code with all beneath it, by name of a subject, by measure, period and department', async () => {
    const { facts } = await ask('code=221&measure=决算&period=2023&department=云川市教育局&size=1000');
    expect(facts.length).toBeGreaterThan(0);
    for (const fact of facts) {
      expect(fact.code?.startsWith('221')).toBe(true);
      expect(fact).toMatchObject({ measure: '决算', period: '2023', report: { department: '云川市教育局' } });
    }
    const named = await ask('subject=住房保障支出&measure=决算&period=2023&department=云川市教育局&size=1000');
    expect(named.facts.map(({ id }) => id)).toEqual(facts.map(({ id }) => id));
  });

  it('knows a figure by any of its names and by its id', async () => {
    const [label, variant, id] = [await ask('item=公务接待费'), await ask('item=公务接待费支出'), await ask('item=reception')];
    expect(variant.total).toBe(id.total);
    expect(label.total).toBeGreaterThanOrEqual(id.total);
    expect(id.facts.every(({ figure }) => figure === 'reception')).toBe(true);
  });

  it('takes amounts below zero, and orders by them', async () => {
    const { facts } = await ask('max=-1元&sort=value&size=1000');
    expect(facts.length).toBeGreaterThan(0);
    const sizes = facts.map(({ yuan }) => Number(yuan));
    expect(sizes.every((size) => size < 0)).toBe(true);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  });

  it('pages without overlap or gap', async () => {
    const all = await ask('code=208&size=1000');
    const pages = await Promise.all(Array.from({ length: Math.ceil(all.total / 50) }, (_, n) => ask(`code=208&size=50&page=${n + 1}`)));
    expect(pages.flatMap(({ facts }) => facts.map(({ id }) => id))).toEqual(all.facts.map(({ id }) => id));
  });

  it.each(['measure=决定', 'sort=up', 'size=1001', 'min=很多', 'page=0'])('refuses %s and names the parameter', async (query) => {
    const response = await house.get(encodeURI(`/api/facts?${query}`));
    expect(response.status).toBe(400);
    expect(JSON.stringify(await response.json())).toContain(query.split('=')[0]);
  });
});

describe('GET /api/facts.csv', () => {
  it('holds every fact, with a byte order mark, harmless to spreadsheets', async () => {
    const response = await house.get(encodeURI('/api/facts.csv?code=208&header=zh'));
    const text = Buffer.from(await response.arrayBuffer()).toString();
    expect(text.startsWith('\ufeff')).toBe(true);
    const lines: Record<string, string>[] = parse(text, { bom: true, columns: true });
    const { facts } = await ask('code=208&size=1000');
    expect(lines.map((line) => line.事实编号)).toEqual(facts.map(({ id }) => id));
    expect(lines.map((line) => line['金额（元）']?.replace(/^'/, ''))).toEqual(facts.map(({ yuan }) => yuan ?? ''));
    for (const line of lines) for (const cell of Object.values(line)) expect(cell).not.toMatch(/^[=+\-@]/);
  });
});
