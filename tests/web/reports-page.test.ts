import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from './support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('the list of reports', () => {
  it('turns what its form sends into an address that lasts', async () => {
    const answer = await house.get(encodeURI('/reports?form=1&year=2023&department=&scope=未载明'));
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/reports?year=2023&scope=']);
  });

  it('offers the values that reports have, the chosen one chosen', async () => {
    const page = await (await house.get('/reports?year=2023')).text();
    expect(page).toContain('<option value="2023" selected>');
    expect(page).toContain('<option value="2022">');
    expect(page).toContain('共 <strong>1</strong> 份');
  });
});
