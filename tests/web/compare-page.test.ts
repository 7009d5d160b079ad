import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareAnswerSchema } from '../../src/compare/compare-answer.ts';
import { factListSchema } from '../../src/search/list-facts.ts';
import { foldString } from '../../src/text/normal-form.ts';
import { marked, withoutEscapes } from './support/page-text.ts';
import { openSampleHouse, type SampleHouse } from './support/sample-house.ts';

let house: SampleHouse;
beforeAll(async () => {
  house = await openSampleHouse();
}, 120_000);
afterAll(() => house.close());

const subjects = [
  'code=2210201',
  'code=206',
  'item=公务接待费',
  'item=本年支出合计',
  'item=公务用车保有量',
  'item=机关运行经费',
  'item=政府采购支出总额',
];
const page = async (query: string) => (await house.get(encodeURI(`/compare?${query}`))).text();
const answer = async (query: string) => compareAnswerSchema.parse(await (await house.get(encodeURI(`/api/compare?${query}`))).json());

// href="/reports/0123456789abcdef?at=12-15&amp;h=01234567#at"
const FIGURE_LINK = /href="([^"]*\/reports\/[0-9a-f]{16}\?at=[^"]*)"/g;
const linksOn = (body: string) => [...body.matchAll(FIGURE_LINK)].map(([, url = '']) => withoutEscapes(url));

/** Every page of a comparison: one a slice. */
async function pagesOf(query: string): Promise<string[]> {
  const { slices } = await answer(query);
  return Promise.all(slices.map(({ slice }) => page(`${query}&slice=${slice}`)));
}

describe('the page /compare', () => {
  it.each(subjects)(
    'shows figures of %s as links that open on themselves',
    async (query) => {
      const { reports } = await answer(`${query}&size=1000`);
      const figures = reports.flatMap(({ measures, computed }) => [
        ...Object.values(measures).flat(),
        ...Object.values(computed).flatMap((one) => (one.kind === 'computed' ? one.operands : [])),
      ]);
      const quotes = new Map(figures.map(({ anchor }) => [anchor.url, anchor.quote]));
      const links = new Set((await pagesOf(query)).flatMap(linksOn).map((link) => link.replace(/#at$/, '')));
      expect(links.size).toBeGreaterThan(2);
      expect([...quotes.keys()].filter((url) => !links.has(url))).toEqual([]);
      for (const link of links) {
        const shown = await house.get(link);
        const body = await shown.text();
        const quote = quotes.get(link);
        const said = { link, status: shown.status, marked: foldString(marked(body).join('')) };
        expect(said).toEqual({ link, status: 200, marked: foldString(quote ?? '?') });
        expect(body).not.toContain('class="notice"');
      }
    },
    120_000,
  );

  it('puts figures of one period, fund, part, side and report into a cell, and no others', async () => {
    for (const query of subjects) {
      const { reports } = await answer(`${query}&size=1000`);
      const { facts } = factListSchema.parse(await (await house.get(encodeURI(`/api/facts?${query}&size=1000`))).json());
      const byId = new Map(facts.map((fact) => [fact.id, fact]));
      for (const { report, period, fund, part, side, measures } of reports) {
        for (const [measure, figures] of Object.entries(measures)) {
          for (const { id } of figures) {
            const fact = byId.get(id);
            expect({ id, ...fact }).toMatchObject({ id, measure, period, fund, part, side, report: { id: report.id } });
          }
        }
      }
    }
  });

  it('says why a figure is missing and never shows it as zero', async () => {
    const body = await page('item=公务接待费');
    expect(body).toContain('>表为图片<');
    expect(body).toContain('>原文未载<');
  });

  it('draws the figures it lists, for eyes and for ears', async () => {
    const body = await page('code=2210201');
    expect(body).toMatch(/<svg [^>]*role="img" aria-labelledby="chart-title chart-desc">/);
    expect(body).toMatch(/<desc id="chart-desc">[^<]*决算 [\d,.]+(?:万元|元)/);
    expect(body).not.toMatch(/ style="/);
  });

  it('marks what was worked out, with its formula', async () => {
    const body = await page('code=2210201');
    expect(body).toMatch(
      /<details class="computed"><summary><span class="from">计算<\/span> [\d,.]+万元<\/summary><p>决算 [\d.]+ − 年初预算 [\d.]+ = -?[\d.]+万元<\/p>/,
    );
  });

  it('leads from a row to the same comparison for its department alone', async () => {
    const body = await page('code=2210201&sort=-year');
    const links = [...body.matchAll(/<a class="from" href="([^"]*)" rel="nofollow">只看此部门<span class="hidden">：(.*?)<\/span>/g)];
    expect(links.length).toBeGreaterThan(2);
    const [, href = '', department] = links[0] ?? [];
    const alone = await (await house.get(withoutEscapes(href))).text();
    const rows = [...alone.matchAll(/<th scope="row"><a[^>]*>(.*?)<\/a>/g)].map(([, name]) => name);
    expect(new Set(rows)).toEqual(new Set([department]));
    expect(href).toContain('sort=-year');
    const sliceOf = (shown: string) => /<a href="[^"]*" aria-current="true">([^<]*) <span class="count">/.exec(shown)?.[1];
    expect(sliceOf(alone)).toBe(sliceOf(body));
    expect(alone).not.toContain('>只看此部门<');
  });

  it('shows money in 元 on demand', async () => {
    expect(await page('code=2210201&unit=yuan')).toContain('单位：元');
  });

  it('offers names that hold what was typed where none is just that', async () => {
    const body = await page('item=公积');
    expect(body).toContain('没有恰好叫');
    expect(body).toContain('/compare?code=2210201');
  });

  it('lists what there is to compare before anything is asked for', async () => {
    const body = await page('');
    expect(body).toContain('可以比较的科目和数字');
    expect(body).toContain('/compare?code=2210201');
  });

  it('takes a code that is typed as one, and refuses what is none', async () => {
    expect(await page('item= 2210201 ')).toContain('<h1>2210201 住房公积金</h1>');
    const refused = await house.get('/compare?code=22x');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('code');
  });

  it('escapes what is typed', async () => {
    expect(await page('item=<img src=x onerror=alert(1)>')).not.toContain('<img');
  });
});

describe('GET /api/compare.csv', () => {
  it('has a line an entry, with printed, computed and missing figures apart', async () => {
    const response = await house.get('/api/compare.csv?code=2210201&header=zh');
    const text = Buffer.from(await response.arrayBuffer()).toString();
    expect(text.startsWith('\ufeff')).toBe(true);
    const lines: Record<string, string>[] = parse(text, { bom: true, columns: true });
    const { reports } = await answer('code=2210201&size=1000');
    expect(lines).toHaveLength(reports.length);
    for (const [n, entry] of reports.entries()) {
      const line = lines[n] ?? expect.fail('no line');
      expect(line.部门).toBe(entry.report.department);
      expect(line['决算数（元）']).toBe((entry.measures.决算 ?? []).map(({ yuan }) => yuan).join('；'));
      expect(line.年初预算数缺失原因 !== '').toBe(entry.missing.年初预算 !== undefined);
    }
  });

  it('names the filters in force, each with the way to drop it', async () => {
    const body = await page('code=2210201&year=2023&department=-云川市教育局');
    const chips = [...body.matchAll(/<a class="chip[^"]*" href="([^"]*)"><span class="what">([^<]*)<\/span> ([^<]*)/g)];
    expect(chips.map(([, href = '', what, value]) => [decodeURI(withoutEscapes(href)), what, value])).toEqual([
      ['/compare?code=2210201&year=2023', '部门 不含', '云川市教育局'],
      ['/compare?code=2210201&department=-云川市教育局', '年度', '2023'],
    ]);
    expect(body).toContain('<a class="clear" href="/compare?code=2210201">');
    expect(await page('code=2210201')).not.toContain('class="chip');
  });
});
