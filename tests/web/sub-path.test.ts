import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchAnswerSchema } from '../../src/search/answer.ts';
import { finance, type House, openHouse } from './support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ publicUrl: 'https://example.org/suzhang/' });
});
afterAll(() => house.close());

describe('a service under a sub-path', () => {
  it.each(['/', '/?q=惠企周转金', '/reports', `/reports/${finance.report.id}?q=惠企周转金`, '/coverage', '/about', '/api', '/nowhere'])(
    'links of %s all stay beneath it',
    async (path) => {
      const body = await (await house.get(encodeURI(`/suzhang${path}`))).text();
      const links = [...body.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, link]) => link ?? '');
      expect(links.length).toBeGreaterThan(8);
      expect(links.filter((link) => !link.startsWith('/suzhang/') && !link.startsWith('#'))).toEqual([]);
    },
  );

  it('links of an answer too', async () => {
    const answer = searchAnswerSchema.parse(await (await house.get(encodeURI('/suzhang/api/search?q=惠企周转金'))).json());
    expect(answer.hits[0]?.source.url).toMatch(/^\/suzhang\/reports\//);
    expect(answer.facets.year?.[0]?.url).toMatch(/^\/suzhang\/\?/);
  });

  it('is reached with and without it, as proxies differ', async () => {
    expect((await house.get('/suzhang/healthz')).status).toBe(200);
    expect((await house.get('/healthz')).status).toBe(200);
    expect((await house.get('/suzhang')).status).toBe(200);
    expect((await house.get('/suzhangs/healthz')).status).toBe(404);
  });

  it('names itself by its public address', async () => {
    expect(await (await house.get('/suzhang/search.xml')).text()).toContain('https://example.org/suzhang/?q={searchTerms}');
  });
});
