import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finance, type House, openHouse } from './support/house.ts';
import { marked } from './support/page-text.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const lines = async (path: string): Promise<Record<string, string>[]> =>
  parse(await (await house.get(encodeURI(path))).text(), { bom: true, columns: true });

describe('the files of a search', () => {
  it('have their types, and names to save them under', async () => {
    const types = { csv: 'text/csv', ndjson: 'application/x-ndjson', atom: 'application/atom+xml' };
    for (const [ending, type] of Object.entries(types)) {
      const answer = await house.get(encodeURI(`/api/search.${ending}?q=惠企周转金`));
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
      if (ending !== 'atom') expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="suzhang-search.${ending}"`);
    }
  });

  it('link every line to identical text', async () => {
    const found = await lines('/api/search.csv?q=惠企周转金 财政');
    expect(found.length).toBeGreaterThan(3);
    for (const line of found) {
      const link = new URL(line.link ?? '');
      const [start = 0, end = 0] = (link.searchParams.get('at') ?? '').split('-').map((digits) => Number.parseInt(digits, 10));
      const bytes = await (await house.get(`/api/reports/${line.report}/text`)).arrayBuffer();
      const source = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      expect(line.text).toBe(source.slice(start, end).replace('\n- 3 -', ''));
      const page = await (await house.get(link.pathname + link.search)).text();
      expect(page).not.toContain('class="notice"');
      if (line.amount_link === '') continue;
      const amount = new URL(line.amount_link ?? '');
      expect(marked(await (await house.get(amount.pathname + amount.search)).text())).toContain(line.amount_text);
    }
  });

  it('take the filters of the search and Chinese heads', async () => {
    const found = await lines('/api/search.csv?header=zh&year=2023&kind=row');
    expect(new Set(found.map((line) => line.报告编号))).toEqual(new Set([finance.report.id]));
    expect(new Set(found.map((line) => line.条目种类))).toEqual(new Set(['row']));
  });

  it('refuse what the search refuses, by name, before anything is sent', async () => {
    for (const wrong of ['sort=odd', 'min=abc', 'header=fr', 'page=0']) {
      const answer = await house.get(`/api/search.csv?${wrong}`);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain(wrong.split('=')[0]);
    }
  });

  it('end the reading when the taker leaves', async () => {
    const answer = await house.get('/api/search.ndjson');
    const reader = answer.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(house.reported).toEqual([]);
  });
});
