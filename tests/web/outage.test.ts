import { describe, expect, it } from 'vitest';
import { EngineUnavailableError } from '../../src/errors.ts';
import { problemSchema } from '../../web/problem.ts';
import { openHouse } from './support/house.ts';

describe('an engine that cannot answer', () => {
  it('makes searches 503 with Retry-After, keeps the query on the page and leaves /healthz alive', async () => {
    const down = new EngineUnavailableError('索引正忙', { retryAfterSeconds: 7 });
    const house = await openHouse({ engine: (engine) => ({ ...engine, read: () => Promise.reject(down) }) });
    const api = await house.get('/api/search?q=a');
    expect([api.status, api.headers.get('retry-after'), problemSchema.parse(await api.json()).detail]).toEqual([503, '7', '索引正忙']);
    const page = await house.get(encodeURI('/?q=惠企'));
    expect([page.status, (await page.text()).includes('value="惠企"')]).toEqual([503, true]);
    expect((await house.get('/readyz')).status).toBe(503);
    expect((await house.get('/healthz')).status).toBe(200);
    await house.close();
  });

  it('shows nothing of an error nobody foresaw, but reports it', async () => {
    const house = await openHouse({ engine: (engine) => ({ ...engine, read: () => Promise.reject(new Error('secret path /a/b.ts')) }) });
    const answer = await house.get('/api/search?q=a');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
    expect(house.reported).toHaveLength(1);
    await house.close();
  });

  it('answers and reports what is thrown without being an Error', async () => {
    const house = await openHouse({ engine: (engine) => ({ ...engine, read: () => Promise.reject({ code: 'LOST' }) }) });
    const answer = await house.get(encodeURI('/?q=惠企'));
    expect([answer.status, (await answer.text()).includes('value="惠企"')]).toEqual([500, true]);
    expect(house.reported).toMatchObject([{ cause: { code: 'LOST' } }]);
    await house.close();
  });
});
