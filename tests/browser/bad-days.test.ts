import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { EngineUnavailableError } from '../../src/errors.ts';
import { type Running, serve } from '../../web/serve.ts';
import { finance, type House, hostile, openHouse } from '../web/support/house.ts';
import { findBrowser } from './support/find-browser.ts';
import { isInSight, selectElement, wasBusy, watchBusy } from './support/in-page.ts';

const found = await findBrowser();
const why = found === null ? '（没有能启动的浏览器：可用 CHROMIUM_PATH 指明）' : '';
type Mood = 'well' | 'down' | 'slow';

describe.skipIf(found === null)(`bad days in a browser${why}`, () => {
  let house: House;
  let running: Running;
  let browser: Awaited<ReturnType<typeof chromium.launch>>;
  let mood: Mood = 'well';
  const { id } = finance.report;
  const { text } = finance.text;

  beforeAll(async () => {
    if (found === null) return;
    house = await openHouse();
    const engine: Engine = {
      ...house.engine,
      read: async (work, options) => {
        if (mood === 'down') throw new EngineUnavailableError('检索引擎没有应答');
        if (mood === 'slow') await new Promise((resolve) => setTimeout(resolve, 1_500));
        return house.engine.read(work, options);
      },
    };
    running = await serve({ engine, archive: house.archive, host: '127.0.0.1', port: 0, report: () => undefined });
    browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args] });
  });
  afterAll(async () => {
    await browser?.close();
    await running?.close(100);
    await house?.close();
  });

  const open = async () => {
    const page = await browser.newPage({ baseURL: running.url });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('dialog', (dialog) => {
      errors.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy/.test(message.text())) errors.push(message.text());
    });
    return { page, errors };
  };

  it('a report whose text is markup and scripts never runs', async () => {
    const { page, errors } = await open();
    const start = text.indexOf(hostile);
    const place = `at=${start}-${start + hostile.length}`;
    for (const path of [
      `/?q=${encodeURIComponent(hostile)}`,
      '/?q=登记备注',
      `/reports/${id}?${place}`,
      `/reports/${id}?${place}&view=raw`,
    ]) {
      await page.goto(path);
      expect(await page.locator('main script, main img').count()).toBe(0);
      expect(await page.locator('main').textContent()).toContain('<script>alert(1)</script>');
    }
    await page.goto(`/reports/${id}`);
    await selectElement(page, 'main p', '登记备注');
    await page.keyboard.press('Shift');
    await page.locator('.quote-button').click();
    await page.locator('.card').waitFor();
    expect(await page.locator('.card script, .card img').count()).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('an address that is nowhere offers the box and the reports', async () => {
    const { page } = await open();
    const answer = await page.goto('/nowhere?q=预算');
    expect(answer?.status()).toBe(404);
    expect(await page.inputValue('#q')).toBe('预算');
    expect((await page.goto('/reports/0000000000000000'))?.status()).toBe(404);
    expect(await page.locator('main').textContent()).toContain('没有编号为');
    await page.close();
  });

  it('a place outside the text and a changed text say so', async () => {
    const { page } = await open();
    await page.goto(`/reports/${id}?at=900000-900010`);
    expect(await page.locator('.notice').textContent()).toContain('没有这个位置');
    await page.goto(`/reports/${id}?at=10-16&h=00000000`);
    expect(await page.locator('.notice').textContent()).toMatch(/文字已变/);
    await page.close();
  });

  it('what must be known of a place is in sight with it, however far down it stands, and on paper', async () => {
    const { page } = await open();
    await page.setViewportSize({ width: 900, height: 320 });
    const start = text.indexOf('登记备注');
    await page.goto(`/reports/${id}?at=${start}-${start + 4}&h=00000000#at`);
    expect([await isInSight(page, 'mark.at'), await isInSight(page, '.notice')]).toEqual([true, true]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.notice').isVisible()).toBe(true);
    expect(await page.locator('.tools form').isVisible()).toBe(false);
    await page.close();
  });

  it('an engine that is down is said in words, and the query stays', async () => {
    const { page } = await open();
    mood = 'down';
    const answer = await page.goto('/?q=惠企周转金');
    mood = 'well';
    expect(answer?.status()).toBe(503);
    expect(await page.inputValue('#q')).toBe('惠企周转金');
    await page.press('#q', 'Enter');
    await page.locator('.hit').first().waitFor();
    await page.close();
  });

  it('a slow engine shows that the search is under way', async () => {
    const { page } = await open();
    await page.goto('/?q=惠企');
    mood = 'slow';
    await page.fill('#q', '惠企周转金');
    await watchBusy(page, 'form.search');
    await page.press('#q', 'Enter');
    mood = 'well';
    await page.waitForURL(/%E5%91%A8/);
    expect(await wasBusy(page)).toBe(true);
    expect(await page.locator('.hit').count()).toBeGreaterThan(0);
    await page.close();
  });

  it('a slow engine shows that a followed link is under way, and nothing once it is there or gone back from', async () => {
    const { page } = await open();
    await page.goto('/?q=惠企周转金');
    mood = 'slow';
    await watchBusy(page, 'main');
    await page.locator('.facet a.value').first().click({ noWaitAfter: true });
    await page.waitForURL((url) => url.searchParams.size > 1);
    mood = 'well';
    expect(await wasBusy(page)).toBe(true);
    expect(await page.locator('[aria-busy]').count()).toBe(0);
    await page.goBack();
    expect(await page.locator('[aria-busy]').count()).toBe(0);
    await page.close();
  });
});
