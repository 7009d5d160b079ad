import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marked } from '../support/page-text.ts';
import { openSampleHouse, type SampleHouse } from '../support/sample-house.ts';

let house: SampleHouse;
beforeAll(async () => {
  house = await openSampleHouse();
});
afterAll(() => house.close());

describe('a figure in the text of a hit', () => {
  it('leads to its own characters, with the exact amount', async () => {
    const body = await (await house.get(encodeURI('/?q=纾困贷款贴息&size=8'))).text();
    const links = [...body.matchAll(/<p class="quote">.*?<\/p>/gs)].flatMap(([quote]) => [
      ...quote.matchAll(/<a class="figure-link" href="([^"]*)"(?: title="([^"]*)")?>(.*?)<\/a>/g),
    ]);
    expect(links.length).toBeGreaterThan(12);
    for (const [, href = '', , inside = ''] of links) {
      const printed = inside.replace(/<[^>]*>|\s/g, '');
      const shown = await (await house.get(href.replaceAll('&amp;', '&').replace('#at', ''))).text();
      expect(marked(shown).join('').replace(/\s/g, '')).toContain(printed);
      expect(shown).not.toContain('class="notice"');
    }
    expect(links.find(([, , , inside]) => inside === '6,000万元')?.[2]).toBe('60,000,000元');
  });
});
