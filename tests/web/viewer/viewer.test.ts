import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchAnswerSchema } from '../../../src/search/answer.ts';
import { digestAt } from '../../../src/search/links.ts';
import { viewerPath } from '../../../web/viewer/viewer-url.ts';
import { finance, type House, openHouse } from '../support/house.ts';
import { marked, sourceOnPage } from '../support/page-text.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const { id } = finance.report;
const { text } = finance.text;
const noise = finance.blocks.filter((block) => block.kind === 'noise' && block.noise !== 'blank');
const at = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });
const digest = (span: { start: number; end: number }) => digestAt({ text, start: 0, noise }, span);
const open = async (query: string): Promise<string> => {
  const answer = await house.get(encodeURI(`/reports/${id}?${query}`));
  expect({ status: answer.status, reported: house.reported }).toEqual({ status: 200, reported: [] });
  return answer.text();
};

describe('the viewer', () => {
  it.each(['', 'q=惠企周转金', 'view=raw', 'view=raw&q=惠企周转金'])(
    'with “%s” holds every character of the source at its offset',
    async (query) => {
      const pieces = sourceOnPage(await open(query));
      for (const piece of pieces) expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text);
      expect(
        pieces
          .toSorted((a, b) => a.start - b.start)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    },
  );

  it('opens every hit of a search on its match, in <mark>, with the focus on it', async () => {
    const answer = searchAnswerSchema.parse(await (await house.get(encodeURI('/api/search?q=惠企周转金'))).json());
    expect(answer.hits.length).toBeGreaterThan(2);
    for (const hit of answer.hits) {
      const body = await (await house.get(hit.source.url)).text();
      expect(marked(body)).toEqual(['惠企周转金']);
      expect(body).toContain('<mark class="at" id="at" tabindex="-1" autofocus>');
      expect(body).not.toContain('class="notice"');
    }
  });

  it('opens every figure of a row hit on its own characters', async () => {
    const body = await (await house.get(encodeURI('/?q=财政事务&kind=row'))).text();
    const [, link = ''] = /<a class="cell" href="([^"]*)">1,358\.02</.exec(body) ?? [];
    const shown = await (await house.get(link.replaceAll('&amp;', '&').replace('#at', ''))).text();
    expect(marked(shown)).toContain('1,358.02');
    expect(shown).not.toContain('class="notice"');
  });

  it('marks a match that runs over lines and a page number in several pieces', async () => {
    const span = { start: text.indexOf('周转金的'), end: text.indexOf('发放与监督') + 2 };
    expect(marked(await open(`at=${span.start}-${span.end}`)).join('')).toBe('周转金的\n\n发放');
  });

  it('marks the other matches too and leads from one to the next', async () => {
    const second = at('惠企周转金支出131.79万元');
    const span = { start: second.start, end: second.start + 5 };
    const body = await open(`at=${span.start}-${span.end}&h=${digest(span)}&q=惠企周转金`);
    expect(marked(body)).toHaveLength(3);
    expect(body).toContain('第 2 / 3 处');
    expect(body).toMatch(new RegExp(`rel="prev" href="/reports/${id}\\?at=\\d+-\\d+&amp;h=[0-9a-f]{8}&amp;q=[^"]*#at"`));
    expect(body).toMatch(/rel="next" href/);
  });

  it('opens on the first match where only words are asked for, and at a window that is asked for without one', async () => {
    const first = await open('q=惠企周转金');
    expect(first).toMatch(/<mark class="at" id="at" tabindex="-1" autofocus>.*惠企周转金/s);
    expect(first).toContain('第 1 / 3 处');
    const asked = await open('q=惠企周转金&from=0');
    expect(asked).not.toContain('<mark class="at"');
    expect(asked).toContain('共 3 处');
    expect(viewerPath(id, { q: '惠企', from: 0 })).toContain('from=0');
    expect(viewerPath(id, { from: 0 })).toBe(`/reports/${id}`);
  });

  it('leads from its query to the same search in all reports', async () => {
    const link = `<a href="/?${new URLSearchParams({ q: '惠企', match: 'any' }).toString().replace('&', '&amp;')}">查全部报告</a>`;
    expect(await open('q=惠企&match=any')).toContain(link);
  });

  it('shows rows as rows of a table under their heads, with the exact amount', async () => {
    const body = await open('');
    expect(body).toMatch(/<thead><tr class="header"><th scope="col">.*科目编码/s);
    expect(body).toContain('title="合计：25,580,200元"');
    const figure = at('2,558.02');
    expect(body).toContain(`<a class="cell" href="/reports/${id}?at=${figure.start}-${figure.end}&amp;h=${digest(figure)}#at">`);
    expect(body).toMatch(/<tr class="row"><td class="code">.*20106.*财政事务.*1,358\.02/s);
  });

  it('lists the sections beside the text', async () => {
    const body = await open('');
    for (const title of ['第一部分 概况', '一、支出决算情况'])
      expect(body).toMatch(new RegExp(`<li class="level-\\d shown"><a href="[^"]*#s-\\d+"[^>]*>${title}`));
  });
});

describe('a link to a place', () => {
  it('that moved lands on the same words and says so', async () => {
    const span = at('周转次数增多');
    const body = await open(`at=${span.start - 3}-${span.end - 3}&h=${digest(span)}`);
    expect(marked(body)).toEqual(['周转次数增多']);
    expect(body).toContain('位置已变');
  });

  it('whose words stand nowhere any more says that the text has changed', async () => {
    const span = at('131.79万元');
    const body = await open(`at=${span.start}-${span.end}&h=00000000`);
    expect(body).toContain('文字已变');
    expect(marked(body)).toEqual(['131.79万元']);
  });

  it.each(['at=5-5', 'at=9-3', `at=${text.length}-${text.length + 4}`, 'at=999999990-999999999', 'at=999999990-999999999&h=00000000'])(
    '%s names no place of the text and says so',
    async (query) => {
      const body = await open(query);
      expect(body).toContain('没有这个位置');
      expect(marked(body)).toEqual([]);
    },
  );

  it.each(['at=abc', 'at=1', 'at=1-', 'at=-5-9', 'at=1-2&at=3-4', 'h=xyz', 'view=pdf', 'from=-1', 'match=no'])(
    '%s is refused by name',
    async (query) => {
      const answer = await house.get(`/reports/${id}?${query}`);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain(`<code>${query.split('=')[0]}</code>`);
    },
  );
});
