import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchAnswerSchema } from '../../../src/search/answer.ts';
import { finance, type House, openHouse } from '../support/house.ts';
import { openSampleHouse } from '../support/sample-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const { id } = finance.report;
const { text } = finance.text;
const card = async (quote: string): Promise<string> => {
  const start = text.indexOf(quote);
  const answer = await house.get(`/reports/${id}/card?at=${start}-${start + quote.length}`);
  expect({ status: answer.status, reported: house.reported }).toEqual({ status: 200, reported: [] });
  return (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
};

describe('the card of a figure', () => {
  it('says whose it is, its table, row and column, its unit and where that is printed, and the exact 元', async () => {
    const said = await card('2,558.02');
    expect(said).toContain('数字 2,558.02 万元 = 25,580,200元');
    expect(said).toContain('部门 云川市青禾区财政局');
    expect(said).toContain('口径 部门汇总');
    expect(said).toContain('表 公开03表 支出决算表');
    expect(said).toContain('行 201 一般公共服务支出 原文');
    expect(said).toContain('栏 合计');
    expect(said).toMatch(/单位 万元 原文，据表头“ 单位：万元 ”/);
    expect(said).toContain('折合 25,580,200元 计算');
    expect(said).toMatch(/科目 201 本报告 2 条 全部报告 2 条/);
  });

  it('names the year that a change is measured against', async () => {
    const samples = await openSampleHouse();
    const { hits } = searchAnswerSchema.parse(await (await samples.get(encodeURI('/api/search?q=各增加6681.05万元&size=1'))).json());
    const change = hits[0]?.amounts.find((amount) => amount.text === '6681.05万元');
    const said = await (await samples.get(`/reports/${hits[0]?.report.id}/card?at=${change?.start}-${change?.end}`)).text();
    expect(said).toContain('<dd>同比增减额（比 2022 年）');
    await samples.close();
  });

  it('quotes a sentence without the number of the page that cuts it', async () => {
    const samples = await openSampleHouse();
    const { hits } = searchAnswerSchema.parse(
      await (await samples.get(encodeURI('/api/search?q="将企业纾困贷款贴息期限延长"&size=1'))).json(),
    );
    const url = hits[0]?.source.url ?? '';
    for (const page of [url, url.replace('?', '/card?')]) {
      const shown = (await (await samples.get(page)).text()).replaceAll(/<mark[\s\S]*?<\/mark>/g, '');
      expect(shown).toContain('将企业纾困贷款贴息期限延长');
      expect(shown).not.toMatch(/贷款贴\s*11\s*息/);
    }
    await samples.close();
  });

  it('says what is no figure as a quote with its citations and link', async () => {
    const said = await card('比上年增加');
    expect(said).toMatch(/^ ?引文 比上年增加/);
    expect(said).toContain('“比上年增加”（《云川市青禾区财政局2023年度部门决算》');
    expect(said).toContain('[R]');
    expect(said).toMatch(/\/reports\/[0-9a-f]{16}\?at=\d+-\d+&amp;h=[0-9a-f]{8}#at/);
    expect(said).not.toContain('折合');
  });

  it('is on the page of its place too, and on no page without a place', async () => {
    const start = text.indexOf('2,558.02');
    expect(await (await house.get(`/reports/${id}?at=${start}-${start + 8}`)).text()).toContain('id="card"');
    expect(await (await house.get(`/reports/${id}`)).text()).not.toContain('id="card"');
  });

  it('is not made for a place outside the text or a text that has changed', async () => {
    expect((await house.get(`/reports/${id}/card?at=900000-900001`)).status).toBe(404);
    expect((await house.get(`/reports/${id}/card?at=3-9&h=00000000`)).status).toBe(404);
    expect((await house.get(`/reports/${id}/card`)).status).toBe(404);
  });
});
