import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finance, type House, openHouse } from './support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('the app', () => {
  it.each(['/', '/?q=惠企周转金', '/reports', `/reports/${finance.report.id}`, '/coverage', '/about', '/api'])(
    'answers %s as a page',
    async (path) => {
      const answer = await house.get(encodeURI(path));
      expect({ status: answer.status, reported: house.reported }).toEqual({ status: 200, reported: [] });
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
      expect(await answer.text()).toContain('<html lang="zh-CN">');
    },
  );
});
