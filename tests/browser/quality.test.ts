import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from './support/find-browser.ts';
import { interactionsOf, pageRules, paintAndShift, sidewaysPixels, watchInteractions } from './support/in-page.ts';
import { openStage, type Stage } from './support/stage.ts';

const found = await findBrowser();
const why = found === null ? '（没有能启动的浏览器：可用 CHROMIUM_PATH 指明）' : '';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** So tall that nothing lies under what is docked at the edges of the window, where axe would call it hidden. */
const TALL = { width: 1280, height: 16_000 };

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly target: readonly string[] }[];
  }[];
}

describe.skipIf(found === null)(`pages in a browser${why}`, () => {
  let stage: Stage;
  const pages: Record<string, string> = {
    landing: '/',
    search: '/?q=公务接待费&year=2023',
    rows: '/?q=住房公积金&kind=row',
    silence: '/?q="量子账户"&year=2023',
    whole: '/?kind=row&whole=subject',
    reports: '/reports',
    coverage: '/coverage',
    about: '/about',
    api: '/api',
    batch: '/batch',
    batched: '/batch?q=公务接待费%0A量子账户',
    compare: '/compare?code=2210201',
    missing: '/nowhere?q=预算',
  };
  beforeAll(async () => {
    if (found === null) return;
    stage = await openStage(found);
    const answer = (await (await fetch(`${stage.url}/api/search?q=${encodeURIComponent('住房公积金')}&kind=row&size=1`)).json()) as {
      hits: { report: { id: string }; row: { cells: { start: number; end: number }[] } }[];
    };
    const [hit] = answer.hits;
    const [cell] = hit?.row.cells ?? [];
    pages.figure = `/reports/${hit?.report.id}?at=${cell?.start}-${cell?.end}&q=住房公积金`;
    pages.covered = `/coverage?report=${hit?.report.id}`;
    pages.raw = `/reports/${hit?.report.id}?q=公积金&view=raw`;
  });
  afterAll(() => stage?.close());

  it.each([
    ['in light', 'light', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }],
    ['in the contrasts of dark', 'dark', { runOnly: { type: 'rule', values: ['color-contrast'] } }],
  ] as const)('have no violation of WCAG 2.2 A and AA that axe finds %s', async (_, colorScheme, rules) => {
    const { context, page } = await stage.open({ colorScheme, viewport: TALL });
    await context.addInitScript(axe);
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(path);
      const { violations } = (await page.evaluate(
        `axe.run(document, ${JSON.stringify({ ...rules, resultTypes: ['violations'] })})`,
      )) as AxeResult;
      expect({ name, violations: violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html).slice(0, 3) })) }).toEqual({
        name,
        violations: [],
      });
    }
    await context.close();
  });

  it('never scroll sideways from 320 to 1920 pixels', async () => {
    const { context, page } = await stage.open();
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      for (const width of [320, 375, 768, 1280, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        expect({ name, width, over: await sidewaysPixels(page) }).toEqual({ name, width, over: 0 });
      }
    }
    await context.close();
  });

  it('paint at once, do not shift, and load nothing from elsewhere', async () => {
    const { context, page } = await stage.open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(path);
      const seen = await paintAndShift(page);
      expect({ name, shift: seen.shift }).toEqual({ name, shift: 0 });
      expect(seen.paint).toBeLessThan(2_000);
    }
    expect(asked.filter((url) => !url.startsWith(stage.url))).toEqual([]);
    await context.close();
  });

  it('answer keys and clicks without moving what was not touched', async () => {
    const { context, page } = await stage.open();
    await watchInteractions(context);
    const figures: string[] = [];
    const note = async (name: string) => {
      const { slowest, shift } = await interactionsOf(page);
      figures.push(`${name} ${slowest < 16 ? 'under 16' : slowest}`);
      expect({ name, shift }).toEqual({ name, shift: 0 });
    };
    await page.goto('/?q=公务接待费');
    await page.locator('#q').press('ControlOrMeta+A');
    await page.keyboard.type('公务', { delay: 30 });
    await page.locator('[role="option"]').first().waitFor();
    await note('typing in the box');
    await page.keyboard.press('Escape');
    await page.locator('#facet-subject .narrow').fill('公务');
    await page.locator('#facet-subject a.value', { hasText: '30217' }).waitFor();
    await note('typing in a facet');
    await page.locator('#facet-year a.value').first().click({ noWaitAfter: true });
    await page.locator('.chip').waitFor();
    await note('choosing a value');
    await page.locator('.hit .place a').first().click();
    await page.locator('.reading a.figure-link').first().click();
    await page.locator('.card dt', { hasText: '部门' }).waitFor();
    await note('opening a card');
    await page.locator('.steps a').first().click();
    await page.locator('mark.at').first().waitFor();
    await note('going to a match');
    console.log(`until painted, in ms: ${figures.join(', ')} (aim 100)`);
    await context.close();
  });

  it('stay below 60 KB each with styles, and 30 KB of script, compressed', async () => {
    const bytes = async (path: string): Promise<number> => (await compressed(stage.url + path)).byteLength;
    const linked = async (path: string): Promise<{ style: string; script: string }> => {
      const page = await (await fetch(stage.url + path)).text();
      return { style: /href="(\/static\/[^"]*\.css)"/.exec(page)?.[1] ?? '', script: /src="(\/static\/[^"]*\.js)"/.exec(page)?.[1] ?? '' };
    };
    const { style, script } = await linked('/');
    expect(await bytes(script)).toBeLessThan(30 * 1024);
    const styles = await bytes(style);
    const size = async (path: string): Promise<number> => styles + (await bytes(encodeURI(path)));
    for (const [name, path] of Object.entries(pages)) expect({ name, fits: (await size(path)) < 60 * 1024 }).toEqual({ name, fits: true });
  });

  it('print on A4 without what only a screen needs', async () => {
    const { context, page } = await stage.open();
    await page.emulateMedia({ media: 'print' });
    await page.goto(pages.figure ?? '/');
    expect(await page.locator('.tools').isVisible()).toBe(false);
    expect(await page.locator('.print-foot').textContent()).toMatch(/SHA-256.*[0-9a-f]{64}/s);
    expect(await pageRules(page)).toMatch(
      /@bottom-left \{ content: "原文件 .*"SHA-256 [0-9a-f]{64}".*\/reports\/[0-9a-f]{16}\?at=\d+-\d+"/,
    );
    expect((await page.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(10_000);
    await context.close();
  });
});

/** The bytes as they travel. */
function compressed(url: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => resolve(Buffer.concat(pieces)));
      answer.on('error', reject);
    }).on('error', reject);
  });
}
