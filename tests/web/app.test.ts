import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { reportListSchema } from '../../web/api/answers.ts';
import { contract, type RouteContract } from '../../web/api/contract.ts';
import { problemSchema } from '../../web/problem.ts';
import { culture, finance, type House, hostile, openHouse } from './support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const { id } = finance.report;
const pages = [
  '/',
  '/?q=惠企周转金',
  '/?q=没有这几个字的',
  '/reports',
  `/reports/${id}`,
  `/reports/${id}?view=raw`,
  '/coverage',
  '/about',
  '/api',
];
const unknown = '0'.repeat(16);

async function expectProblem(path: string, status: number): Promise<z.infer<typeof problemSchema>> {
  const answer = await house.get(encodeURI(path));
  expect({ status: answer.status, type: answer.headers.get('content-type') }).toEqual({
    status,
    type: 'application/problem+json; charset=utf-8',
  });
  const problem = problemSchema.parse(await answer.json());
  expect(problem.status).toBe(status);
  expect(JSON.stringify(problem)).not.toMatch(/\\n\s+at |\.ts:/);
  return problem;
}

describe('pages', () => {
  it.each(pages)('%s is a Chinese page under a strict policy', async (path) => {
    const answer = await house.get(encodeURI(path));
    expect({ status: answer.status, reported: house.reported }).toEqual({ status: 200, reported: [] });
    expect(answer.headers.get('content-type')).toMatch(/^text\/html; charset=utf-8/i);
    const policy = answer.headers.get('content-security-policy') ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(await answer.text()).toContain('<html lang="zh-CN">');
  });

  it.each(pages)('%s holds no inline script, style or handler, and asks nobody else', async (path) => {
    const body = await (await house.get(encodeURI(path))).text();
    expect(body.match(/<script(?![^>]* src=)/g)).toBeNull();
    expect(body.match(/<style|\sstyle="|\son\w+="/g)).toBeNull();
    expect([...body.matchAll(/(?:src|href)="(https?:)?\/\//g)]).toEqual([]);
  });

  it('serves its style under a name of its content, to be kept for ever', async () => {
    const body = await (await house.get('/')).text();
    const path = /href="(\/static\/style-[0-9a-f]{10}\.css)"/.exec(body)?.[1] ?? '';
    const style = await house.get(path);
    expect(style.status).toBe(200);
    expect(style.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  it('leads to hits where it says that without a filter there are some', async () => {
    const silent = await (await house.get('/?year=1999')).text();
    const [, href = ''] = /<section class="silence">.*?<a href="([^"]*)"/s.exec(silent) ?? [];
    expect(await (await house.get(href)).text()).toContain('<ol class="hits"');
  });

  it('names a field that was filled in wrongly as its form does', async () => {
    const answer = await house.get(encodeURI('/?q=惠企&min=很多'));
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('金额不低于 <code>min</code> “很多”不是金额')]);
  });

  it('says what is wrong on a page of its own and keeps what was typed', async () => {
    const answer = await house.get(encodeURI('/?q=惠企&page=abc'));
    const body = await answer.text();
    expect(answer.status).toBe(400);
    expect(body).toContain('<code>page</code>');
    expect(body).toContain('value="惠企"');
  });

  it.each([`/reports/${unknown}`, '/nowhere', '/reports/..%2f'])('%s is a page that is not there', async (path) => {
    const answer = await house.get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  });

  it('names each route of the API with its method, and links to those that a link can ask', async () => {
    const page = await (await house.get('/api')).text();
    expect(page).toContain('<code>POST /api/batch</code>');
    expect(page).not.toMatch(/href="[^"]*\/api\/batch"/);
    expect(page).toMatch(/href="[^"]*\/api\/suggest"/);
  });

  it('says in the preview of a shared link what stands at its place, and nothing of a text that has changed', async () => {
    const start = finance.text.text.indexOf('131.79万元');
    const describing = async (query: string) => {
      const body = await (await house.get(`/reports/${id}?at=${start}-${start + 8}${query}`)).text();
      return /<meta property="og:description" content="([^"]*)">/.exec(body)?.[1];
    };
    expect(await describing('')).toBe('“131.79万元”，云川市青禾区财政局 2023 年度 决算');
    expect(await describing('&h=00000000')).toBe('云川市青禾区财政局 2023 年度 决算');
  });

  it('describes its search to browsers', async () => {
    const answer = await house.get('/search.xml');
    expect(answer.headers.get('content-type')).toContain('application/opensearchdescription+xml');
    expect(await answer.text()).toContain('http://localhost/?q={searchTerms}');
  });
});

describe('typed and printed markup', () => {
  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(2)>',
    "'><svg/onload=alert(3)>",
    '</title><script>alert(4)</script>',
    '" onfocus=alert(7) x="',
  ])('%s never comes back as markup', async (typed) => {
    for (const path of [
      `/?q=${encodeURIComponent(typed)}`,
      `/reports/${id}?q=${encodeURIComponent(typed)}`,
      `/?page=0&q=${encodeURIComponent(typed)}`,
    ]) {
      const body = await (await house.get(path)).text();
      expect(body).not.toContain(typed);
      expect(body).not.toMatch(/<script>alert|<img src=x|<svg\/onload|" onfocus=/);
    }
  });

  it('of a report stands on the page as text', async () => {
    const body = await (await house.get(encodeURI(`/reports/${id}?q=登记备注`))).text();
    expect(body).not.toContain(hostile);
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

describe('the API', () => {
  const json: RouteContract[] = Object.values(contract).filter((route) => route.answer.schema !== null && !('body' in route));
  it.each(json.map((route) => [route.path, route] as const))('%s answers as its contract says', async (path, route) => {
    const answer = await house.get(path.replace(':id', id));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    route.answer.schema?.parse(await answer.json());
  });

  it.each([
    ['page', 'page=0'],
    ['page', 'page=-1'],
    ['page', 'page=abc'],
    ['page', 'page=1.5'],
    ['page', 'page=99999999999'],
    ['page', 'page=1&page=2'],
    ['size', 'size=0'],
    ['size', 'size=101'],
    ['size', 'size=abc'],
    ['sort', 'sort=nonsense'],
    ['min', 'min=abc'],
    ['max', 'max=abc'],
    ['facets', 'facets=nonsense'],
    ['match', 'match=nonsense'],
    ['group', 'group=yes'],
    ['explain', 'explain=2'],
    ['year', 'year=abc'],
    ['year', 'year=2023&year=-203'],
    ['kind', 'kind=x'],
    ['q', 'q=a&q=b'],
  ])('refuses %s in %s by name', async (name, query) => {
    const problem = await expectProblem(`/api/search?${query.includes('q=') ? '' : 'q=a&'}${query}`, 400);
    expect(problem.errors?.map(({ parameter }) => parameter)).toEqual([name]);
    expect(problem.detail).toContain(name);
  });

  it('names all wrong parameters at once', async () => {
    const { errors } = await expectProblem('/api/search?page=0&size=0&sort=x', 400);
    expect(errors?.map(({ parameter }) => parameter)).toEqual(['sort', 'page', 'size']);
  });

  it('leaves unknown parameters alone and takes empty ones as not given', async () => {
    expect((await house.get('/api/search?utm_source=x&min=&page=&sort=')).status).toBe(200);
  });

  it.each([
    `/api/reports/${unknown}`,
    `/api/reports/${unknown}/text`,
    `/api/reports/${unknown}/original`,
    `/api/reports/${unknown}/blocks`,
    '/api/reports/%27',
    '/api/nothing',
  ])('%s is a problem of status 404', async (path) => {
    await expectProblem(path, 404);
  });

  it.each([
    '/api/search?q=%E7%BA',
    '/api/search?q=%',
    '/api/search?q=%ED%A0%80',
    '/api/reports/%E7%BA',
    '/api/reports/%',
    '/%E7%BA',
    '/?q=%E7%B',
  ])('%s is answered, not failed on', async (path) => {
    expect((await house.get(path)).status).toBeLessThan(500);
    expect(house.reported).toEqual([]);
  });

  it('refuses an address of more than 100,000 characters', async () => {
    await expectProblem(`/api/search?q=${'a'.repeat(100_001)}`, 414);
  });

  it('gives the text character for character, byte order mark and all', async () => {
    const answer = await house.get(`/api/reports/${id}/text`);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())).toBe(finance.text.text);
  });

  it('gives the original as a download under its own name, never to be rendered', async () => {
    const answer = await house.get(`/api/reports/${id}/original`);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="_________.txt"; filename*=UTF-8''${encodeURIComponent('云川市青禾区财政局.txt')}`,
    );
    expect(await answer.text()).toBe(finance.text.text.slice(1));
  });

  it('lists reports by folded filters, with exclusions and missing values', async () => {
    const ids = async (query: string) => {
      const { reports } = reportListSchema.parse(await (await house.get(encodeURI(`/api/reports?${query}`))).json());
      return reports.map((report) => report.id);
    };
    expect(await ids('')).toHaveLength(2);
    expect(await ids('department=云川市 文化馆')).toEqual([culture.report.id]);
    expect(await ids('year=2022&year=2023')).toHaveLength(2);
    expect(await ids('year=-2022')).toEqual([id]);
    expect(await ids('district=')).toEqual([]);
    expect(await ids('size=1&page=2')).toHaveLength(1);
  });

  it('describes every route of the app, and no other, as OpenAPI 3.1', async () => {
    const described = (await (await house.get('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, object>;
      components: { schemas: object };
    };
    expect(described.openapi).toBe('3.1.0');
    const own = house.app.routes.filter(({ method, path }) => method !== 'ALL' && /^\/(api\/|openapi|healthz|readyz|metrics)/.test(path));
    expect(Object.keys(described.paths).sort()).toEqual(own.map(({ path }) => path.replace(/:(\w+)/g, '{$1}')).sort());
    const references = [...JSON.stringify(described).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(references.filter((name) => !Object.keys(described.components.schemas).includes(name ?? ''))).toEqual([]);
  });

  it('counts what it answered', async () => {
    const text = await (await house.get('/metrics')).text();
    expect(text).toMatch(/suzhang_http_requests_total\{route="\/api\/search",status="200"\} \d+/);
    expect(text).toMatch(/_bucket\{route="\/api\/reports\/:id",le="\+Inf"\} \d+/);
  });
});
