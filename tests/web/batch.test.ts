import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchAnswerSchema } from '../../src/search/batch.ts';
import { type House, hostile, openHouse } from './support/house.ts';
import { writeReport } from './support/write-report.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const post = (path: string, body: string, type = 'application/json') =>
  house.app.request(path, { method: 'POST', body, headers: { 'content-type': type } });
const form = (fields: Record<string, string>) =>
  post('/batch', new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded');

describe('POST /api/batch', () => {
  it('counts each query in each report', async () => {
    const answer = await post('/api/batch', JSON.stringify({ queries: ['惠企周转金', '无此词语'] }));
    expect(answer.status).toBe(200);
    const { queries, reports } = batchAnswerSchema.parse(await answer.json());
    expect(queries.map(({ total }) => total)).toEqual([3, 0]);
    expect(queries[0]?.reports.map(({ count }) => count).sort()).toEqual([1, 2]);
    expect(reports.map(({ department }) => department).sort()).toEqual(['云川市文化馆', '云川市青禾区财政局']);
  });

  it('takes filters from the address', async () => {
    const answer = await post('/api/batch?year=2022', JSON.stringify({ queries: ['惠企周转金'] }));
    expect(batchAnswerSchema.parse(await answer.json()).queries[0]?.total).toBe(1);
  });

  it.each([
    ['{', 'body'],
    ['[]', 'body'],
    ['{}', 'queries'],
    ['{"queries":"x"}', 'queries'],
    ['{"queries":[]}', 'queries'],
    ['{"queries":[1]}', 'queries'],
    [JSON.stringify({ queries: Array.from({ length: 501 }, (_, n) => `词${n}`) }), 'queries'],
    [JSON.stringify({ queries: ['好词', 'a '.repeat(50_001)] }), 'queries'],
  ])('refuses %.20s by name', async (body, parameter) => {
    const answer = await post('/api/batch', body);
    expect(answer.status).toBe(400);
    const problem = (await answer.json()) as { errors: { parameter: string }[] };
    expect(problem.errors[0]?.parameter).toBe(parameter);
  });

  it('refuses a body that is too large, and one that is no text', async () => {
    expect((await post('/api/batch', JSON.stringify({ queries: ['x'.repeat(1_000_001)] }))).status).toBe(413);
    const answer = await house.app.request('/api/batch', { method: 'POST', body: new Uint8Array([0xff, 0xfe, 0x00]) });
    expect(answer.status).toBe(400);
  });
});

describe('the page /batch', () => {
  it('asks for terms', async () => {
    const page = await (await house.get('/batch')).text();
    expect(page).toContain('<textarea id="terms" name="q"');
    expect(page).not.toContain('<h2>');
  });

  it('shows a matrix whose numbers are links to as many documents', async () => {
    const page = await (await form({ q: '惠企周转金\r\n\r\n财政事务\n惠企周转金', by: 'both' })).text();
    expect(page).toContain('2 个词，2 个有结果，见于 2 份报告');
    const links = [...page.matchAll(/<td class="figure"><a href="([^"]*)">(\d+)<\/a>/g)];
    expect(links.length).toBeGreaterThanOrEqual(4);
    for (const [, href = '', count] of links) {
      const url = href.replaceAll('&amp;', '&').replace('/?', '/api/search?');
      expect(((await (await house.get(url)).json()) as { total: number }).total).toBe(Number(count));
    }
  });

  it('shows so many columns at a time, and buttons to the others', async () => {
    const reports = Array.from({ length: 30 }, (_, n) =>
      writeReport({ department: `云川市第${n + 1}局`, year: 2020, lines: [{ kind: 'passage', text: `第${n + 1}局的惠企周转金` }] }),
    );
    const many = await openHouse({ reports });
    const headsOf = async (page: number) => {
      const body = await (await many.get(encodeURI(`/batch?q=惠企周转金&by=department&page=${page}`))).text();
      return { body, heads: [...body.matchAll(/figure">(云川市第\d+局)</g)].map(([, head]) => head) };
    };
    const [first, second] = [await headsOf(1), await headsOf(2)];
    expect(new Set([...first.heads, ...second.heads]).size).toBe(30);
    expect(first.heads).toHaveLength(24);
    expect(first.body).toContain('第 1-24 列，共 30 列');
    expect(first.body).toContain('<button form="batch" name="page" value="2">后面的列</button>');
    await many.close();
  });

  it('works from an address too, by department or year', async () => {
    const byYear = await (await house.get(encodeURI('/batch?q=惠企周转金&by=year'))).text();
    expect(byYear).toMatch(/<th scope="col" class="figure">2022<\/th><th scope="col" class="figure">2023<\/th>/);
    expect(await (await house.get(encodeURI('/batch?q=惠企周转金&by=department'))).text()).toContain('云川市文化馆</th>');
  });

  it('escapes what was typed and refuses too many lines with a page', async () => {
    expect(await (await form({ q: hostile })).text()).not.toContain('<script>alert');
    const answer = await form({ q: Array.from({ length: 501 }, (_, n) => `词${n}`).join('\n') });
    expect([answer.status, (await answer.text()).includes('最多 500 行')]).toEqual([400, true]);
    const long = await form({ q: `好词\n${'a '.repeat(50_001)}` });
    expect([long.status, (await long.text()).includes('最多 100000 个')]).toEqual([400, true]);
  });
});
