import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from './support/find-browser.ts';
import { clipboard, focusedText, isFocused, isInSight, scrollToFoot, selectElement, sidewaysPixels } from './support/in-page.ts';
import { openStage, type Stage } from './support/stage.ts';

const found = await findBrowser();
const why = found === null ? '（没有能启动的浏览器：可用 CHROMIUM_PATH 指明）' : '';

describe.skipIf(found === null)(`reading accounts in a browser${why}`, () => {
  let stage: Stage;
  beforeAll(async () => {
    if (found !== null) stage = await openStage(found);
  });
  afterAll(() => stage?.close());

  it('goes from a search over a facet to a hit, its place, the card of a figure, a copied citation, and back by its link', async () => {
    const { context, page } = await stage.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto('/');
    await page.fill('#q', '公务接待费');
    await page.press('#q', 'Enter');
    await page.locator('.facet a.value', { hasText: '2023' }).first().click();
    expect(await page.locator('.chip').textContent()).toContain('2023');
    await page.locator('.hit .place a').first().click();
    const mark = page.locator('mark.at').first();
    expect(await mark.textContent()).toBe('公务接待费');
    expect(await isFocused(page, 'mark.at')).toBe(true);
    expect(await isInSight(page, 'mark.at')).toBe(true);

    const figure = page.locator('.reading a.figure-link', { hasText: '万元' }).first();
    const printed = (await figure.textContent()) ?? '';
    await figure.click();
    await page.locator('.card dt', { hasText: '部门' }).waitFor();
    const card = page.locator('.card');
    expect(await card.locator('summary').textContent()).toContain(printed.trim());
    expect(await card.textContent()).toContain('云川市临溪区经济和信息化局');
    expect(await page.locator('mark.at').textContent()).toBe(printed);

    await card.locator('button', { hasText: '复制' }).first().click();
    await page.getByText('已复制').waitFor();
    const citation = await clipboard(page);
    expect(citation).toContain(`“${printed.trim()}”`);
    const link = /https?:\/\/\S+?#at/.exec(citation)?.[0] ?? '';
    await context.close();

    const elsewhere = await stage.open();
    await elsewhere.page.goto(link);
    expect(await elsewhere.page.locator('mark.at').textContent()).toBe(printed);
    expect(await elsewhere.page.locator('.notice').count()).toBe(0);
    await elsewhere.context.close();
  });

  it('copies a quote from a selection, with its place', async () => {
    const { context, page } = await stage.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto('/?q=公务接待费&kind=passage');
    await page.locator('.hit .place a').first().click();
    await selectElement(page, '.reading p', '公务接待费');
    await page.keyboard.press('Shift');
    await page.locator('.quote-button').click();
    await page.getByText('已复制').waitFor();
    const citation = await clipboard(page);
    expect(citation).toMatch(/^“.*公务接待费.*”（《.*》/s);
    const [, start = '', end = ''] = /at=(\d+)-(\d+)/.exec(citation) ?? [];
    const report = /reports\/([0-9a-f]{16})/.exec(citation)?.[1] ?? '';
    const text = await (await fetch(`${stage.url}/api/reports/${report}/text`)).text();
    const quoted = text.slice(Number.parseInt(start, 10), Number.parseInt(end, 10));
    expect(quoted).toBe(quoted.trim());
    expect(quoted).toContain('公务接待费');
    await context.close();
  });

  it('does everything but copying without scripts', async () => {
    const { context, page } = await stage.open({ javaScriptEnabled: false });
    await page.goto('/');
    await page.fill('#q', '公务接待费');
    await page.press('#q', 'Enter');
    expect(await page.locator('.narrow:visible').count()).toBe(0);
    await page.locator('.facet a.value', { hasText: '2023' }).first().click();
    await page.locator('.hit .place a').first().click();
    expect(await page.locator('mark.at').first().textContent()).toBe('公务接待费');
    await page.locator('.reading a.figure-link').first().click();
    expect(await page.locator('.card .cite').textContent()).toMatch(/\?at=\d+-\d+&h=[0-9a-f]{8}#at/);
    expect(await page.locator('.card-facts').first().textContent()).toContain('单位');
    await page.getByText('原样文本').click();
    expect(await page.locator('pre.raw mark.at').count()).toBeGreaterThan(0);
    await context.close();
  });

  it('is used from the keyboard alone', async () => {
    const { context, page } = await stage.open();
    await page.goto('/');
    await page.keyboard.press('Tab');
    expect(await focusedText(page)).toBe('跳到正文');
    await page.keyboard.press('/');
    await page.keyboard.type('公务接');
    await page.locator('[role="option"]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const chosen = await page.locator('[role="option"][aria-selected="true"] .label').textContent();
    await page.keyboard.press('Escape');
    expect(await page.locator('.suggestions').isHidden()).toBe(true);
    await page.keyboard.type('待费');
    await page.locator('[role="option"]').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    expect(chosen).toContain('公务接');
    expect(await page.locator('.hit').count()).toBeGreaterThan(0);
    for (let n = 0; n < 120 && !(await isFocused(page, '.hit h3 a')); n++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('mark.at').first().waitFor();
    await context.close();
  });

  it('keeps the filters, the order and the grouping when a suggestion is taken', async () => {
    const { context, page } = await stage.open();
    await page.goto('/?q=经费&year=2023&sort=-amount&group=0');
    await page.fill('#q', '公务');
    await page.locator('[role="option"]').first().click();
    await page.waitForURL((url) => !url.search.includes('q=%E7%BB%8F%E8%B4%B9'));
    const { searchParams } = new URL(page.url());
    expect(['year', 'sort', 'group'].map((name) => searchParams.getAll(name))).toEqual([['2023'], ['-amount'], ['0']]);
    await context.close();
  });

  it('finds a subject that is not among the first, and stays on the page', async () => {
    const { context, page } = await stage.open();
    await page.goto('/?kind=row');
    const facet = page.locator('#facet-subject');
    const value = facet.locator('a.value:visible', { hasText: '2210201' });
    expect(await value.count()).toBe(0);
    await facet.locator('.narrow').fill('住房公积金');
    await value.first().waitFor();
    expect(await facet.locator('a.value:visible', { hasText: '教育' }).count()).toBe(0);
    expect(new URL(page.url()).searchParams.has('whole')).toBe(false);
    await context.close();
  });

  it('shows a facet whole, opened at what was asked for, with and without scripts', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { context, page } = await stage.open({ javaScriptEnabled });
      await page.goto('/?kind=row');
      await page.locator('#facet-subject a.whole', { hasText: '住房保障支出' }).click();
      await page.locator('#beneath-221 a.value').first().waitFor({ state: 'visible' });
      expect(new URL(page.url()).searchParams.get('whole')).toBe(javaScriptEnabled ? null : 'subject');
      await context.close();
    }
  });

  it('stays ungrouped through facets', async () => {
    const { context, page } = await stage.open();
    await page.goto('/?q=公务接待费&group=0');
    await page.locator('.facet a.value').first().click();
    expect(new URL(page.url()).searchParams.get('group')).toBe('0');
    await context.close();
  });

  it('finds words in a report: the first place is marked and in sight, with and without scripts', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { context, page } = await stage.open({ javaScriptEnabled });
      await page.goto('/reports');
      await page.locator('table.list a', { hasText: '经济和信息化局' }).first().click();
      await page.fill('#q', '公务接待费');
      await page.press('#q', 'Enter');
      await page.locator('mark.at').first().waitFor();
      expect(await page.locator('.steps').textContent()).toMatch(/第 1 \/ \d+ 处/);
      expect(await isInSight(page, 'mark.at')).toBe(true);
      expect(await isInSight(page, '.outline a[aria-current]')).toBe(true);
      await context.close();
    }
  });

  it('brings the keyboard to the card of a figure, and Escape back to the figure', async () => {
    const { context, page } = await stage.open();
    await page.goto('/?q=公务接待费');
    await page.locator('.hit .place a').first().click();
    const figure = page.locator('.reading a.figure-link', { hasText: '万元' }).first();
    const printed = await figure.textContent();
    await figure.press('Enter');
    await page.locator('.card dt', { hasText: '部门' }).waitFor();
    expect(await isFocused(page, '.card summary')).toBe(true);
    expect(await page.locator('.copier.quick').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await focusedText(page)).toBe(printed);
    expect(await page.locator('.card-body').isVisible()).toBe(false);
    await context.close();
  });

  it('keeps a figure in sight whose card comes over it', async () => {
    const { context, page } = await stage.open({ viewport: { width: 375, height: 700 } });
    await page.goto('/?q=公务接待费');
    await page.locator('.hit .place a').first().click();
    const figure = page.locator('.reading a.figure-link', { hasText: '万元' }).first();
    const printed = (await figure.textContent()) ?? '';
    await scrollToFoot(page, '.reading a.figure-link', printed, 60);
    const { x = 0, y = 0, height = 0 } = (await figure.boundingBox()) ?? {};
    await page.mouse.click(x + 4, y + height - 4);
    await page.locator('.card dt', { hasText: '部门' }).waitFor();
    const card = await page.locator('.card').boundingBox();
    const mark = await page.locator('mark.at').first().boundingBox();
    expect((mark?.y ?? 0) + (mark?.height ?? 0)).toBeLessThanOrEqual(card?.y ?? 0);
    await context.close();
  });

  it('keeps on a phone in sight whose report it is and the ways to the other matches', async () => {
    const { context, page } = await stage.open({ viewport: { width: 375, height: 700 }, hasTouch: true, isMobile: true });
    await page.goto('/?q=公务接待费');
    await page.locator('.hit .place a').first().click();
    await page.locator('mark.at').first().waitFor();
    for (const selector of ['.whose a', '.steps a', 'mark.at']) expect(await isInSight(page, selector)).toBe(true);
    await context.close();
  });

  it('fits a phone: the outline folds, wide tables scroll in their frame, the card leaves the place in sight', async () => {
    const { context, page } = await stage.open({ viewport: { width: 375, height: 700 }, hasTouch: true, isMobile: true });
    await page.goto('/?q=公务接待费&kind=row');
    await page.locator('.hit a.cell').first().click();
    const mark = page.locator('mark.at').first();
    const card = await page.locator('.card').boundingBox();
    const place = await mark.boundingBox();
    expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThanOrEqual(card?.y ?? 0);
    expect(await sidewaysPixels(page)).toBe(0);
    await page.locator('#outline summary').click();
    expect(await page.locator('#outline a').first().isVisible()).toBe(true);
    await context.close();
  });

  it('leaves the keyboard at the filter that it chose', async () => {
    const { context, page } = await stage.open();
    await page.goto('/?q=公务接待费');
    await page.locator('#facet-year a.value', { hasText: '2023' }).press('Enter');
    await page.locator('.chip').waitFor();
    expect(await focusedText(page)).toMatch(/^2023，已选/);
    await page.keyboard.press('Enter');
    await page.locator('.chip').waitFor({ state: 'detached' });
    expect(await focusedText(page)).toMatch(/^2023 /);
    await context.close();
  });

  it('goes back and forward through filters', async () => {
    const { context, page } = await stage.open();
    await page.goto('/?q=公务接待费');
    const total = await page.locator('.total strong').textContent();
    await page.locator('.facet a.value', { hasText: '2022' }).first().click();
    const fewer = await page.locator('.total strong').textContent();
    await page.goBack();
    expect(await page.locator('.total strong').textContent()).toBe(total);
    await page.goForward();
    expect(await page.locator('.total strong').textContent()).toBe(fewer);
    await context.close();
  });
});
