import type { BrowserContext, Page } from 'playwright-core';

/** What is asked of the page itself. Written as text, because the program's types know no DOM. */
const ask = <T>(page: Page, expression: string): Promise<T> => page.evaluate<T>(expression);
const quoted = (text: string): string => JSON.stringify(text);

export const isFocused = (page: Page, selector: string): Promise<boolean> =>
  ask(page, `document.activeElement?.matches(${quoted(selector)}) === true`);

export const focusedText = (page: Page): Promise<string> => ask(page, `document.activeElement?.textContent ?? ''`);

/** Whether the first such element stands in the window. */
export const isInSight = (page: Page, selector: string): Promise<boolean> =>
  ask(
    page,
    `(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.querySelector(${quoted(selector)}).getBoundingClientRect())`,
  );

/** Scrolls until the first element of that kind that holds the text ends so many pixels above the lower edge of the window. */
export const scrollToFoot = (page: Page, selector: string, holding: string, above: number): Promise<void> =>
  ask(
    page,
    `scrollBy(0, [...document.querySelectorAll(${quoted(selector)})].find((one) => one.textContent.includes(${quoted(holding)})).getBoundingClientRect().bottom - innerHeight + ${above})`,
  );

/** Notes when an element of the page says that the next page is under way. Nothing can be asked of a page whose next one is awaited, so it is asked afterwards. */
export const watchBusy = (page: Page, selector: string): Promise<void> =>
  ask(
    page,
    `new MutationObserver(([{ target }]) => sessionStorage.setItem('busy', target.getAttribute('aria-busy')))
      .observe(document.querySelector(${quoted(selector)}), { attributeFilter: ['aria-busy'] })`,
  );

export const wasBusy = (page: Page): Promise<boolean> => ask(page, `sessionStorage.getItem('busy') === 'true'`);

/** Pixels by which the page is wider than its window. */
export const sidewaysPixels = (page: Page): Promise<number> => ask(page, `Math.max(0, document.documentElement.scrollWidth - innerWidth)`);

export const clipboard = (page: Page): Promise<string> => ask(page, `navigator.clipboard.readText()`);

/** Selects the first element of that kind that holds the text. */
export const selectElement = (page: Page, selector: string, holding: string): Promise<void> =>
  ask(
    page,
    `getSelection().selectAllChildren([...document.querySelectorAll(${quoted(selector)})].find((one) => one.textContent.includes(${quoted(holding)})))`,
  );

/** Milliseconds to the first content, and the sum of unexpected layout shifts since. */
export const paintAndShift = (page: Page): Promise<{ readonly paint: number; readonly shift: number }> =>
  ask(
    page,
    `new Promise((resolve) => {
      let shift = 0;
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries()) shift += value;
      }).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => resolve({ shift, paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 }), 60);
    })`,
  );

/** What the style sheets that are for paper alone say of its pages, as the browser understood it. */
export const pageRules = (page: Page): Promise<string> =>
  ask(
    page,
    `[...document.styleSheets].filter(({ media }) => media.mediaText === 'print')
      .flatMap(({ cssRules }) => [...cssRules]).map(({ cssText }) => cssText).join('\\n')`,
  );

/** Notes, from the next page on, how long keys and clicks take until what they change is painted, and what moves without having been touched. */
export const watchInteractions = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(`
    const seen = (window.seenInteractions = { slowest: 0, shift: 0 });
    new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries()) if (interactionId > 0) seen.slowest = Math.max(seen.slowest, duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });
    new PerformanceObserver((list) => {
      for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) seen.shift += value;
    }).observe({ type: 'layout-shift', buffered: true });`);

/** Of the page at hand: milliseconds of the slowest interaction (0: none took 16 or more) and the sum of unexpected shifts. */
export const interactionsOf = (page: Page): Promise<{ readonly slowest: number; readonly shift: number }> =>
  ask(page, `new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(seenInteractions), 60)))`);
