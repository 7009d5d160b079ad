import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRequest } from '../../src/search/request.ts';
import { suggest } from '../../src/search/suggest.ts';
import { ask, requestOf } from './ask.ts';
import { openSmallIndex, storeLines } from './small-index.ts';

let index: Awaited<ReturnType<typeof openSmallIndex>>;
beforeAll(async () => {
  index = await openSmallIndex([
    storeLines({
      department: '云川市青禾区科学技术和经济信息化局',
      year: 2023,
      lines: [
        { text: '公务接待费 3 万元，公务用车 2 辆', kind: 'row', code: '2060101', codeName: '行政运行' },
        { text: '纾困贷款贴息 5 万元', code: '2060499', codeName: '其他技术研究与开发支出' },
        { text: '公务接待费比上年减少' },
      ],
    }),
  ]);
});
afterAll(() => index.close());

describe('suggestions', () => {
  it('name words of the accounts with their real counts', async () => {
    const { terms } = await suggest(index.engine, '公务接');
    expect(terms[0]).toMatchObject({ text: '公务接待', count: 2 });
  });

  it('name subjects by code and name with everything beneath them', async () => {
    expect((await suggest(index.engine, '206')).subjects[0]).toMatchObject({ code: '206', text: '科学技术支出', count: 2 });
    expect((await suggest(index.engine, '科学技术支')).subjects.map(({ code }) => code)).toContain('206');
    expect((await suggest(index.engine, '教育支出')).subjects).toEqual([]);
  });

  it('name departments by a part of their name and by their short name, also while its last word is missing', async () => {
    for (const typed of ['青禾区科学', '科经局', '科经', '区科经']) {
      expect((await suggest(index.engine, typed)).departments).toMatchObject([{ text: '云川市青禾区科学技术和经济信息化局', count: 3 }]);
    }
  });

  it('keep what was typed before the last term', async () => {
    expect((await suggest(index.engine, '公务用车 公务接')).terms[0]?.text).toBe('公务用车 公务接待');
  });

  it.each([
    '206',
    '科经局',
    '公务接',
    '公务接待费 206',
    '贴息 科经局',
    '公务用车 公务接',
    '年度:2023 206',
    '年度:2022 206',
    '纾困 疏困贷款',
  ])('%s lead to as many documents as they say', async (typed) => {
    const { subjects, departments, terms, didYouMean } = await suggest(index.engine, typed);
    const all = [...subjects, ...departments, ...terms, ...(didYouMean === null ? [] : [didYouMean])];
    expect(all.length > 0).toBe(typed !== '年度:2022 206');
    for (const { url, count } of all)
      expect({ url, total: (await ask(index.engine, requestOf(url))).total }).toEqual({ url, total: count });
  });

  it.each([
    ['公务接', { kind: ['row'] }],
    ['206', { category: ['-其他'], min: '4万元' }],
    ['科经局', { code: ['2060499'] }],
    ['贴息 206', { code: ['2060101'], year: ['2023'] }],
    ['公务', { sort: '-amount' as const, group: true }],
  ])('%s under filters %j lead to as many documents as they say, with these filters', async (typed, filters) => {
    const { subjects, departments, terms } = await suggest(index.engine, typed, { within: { ...defaultRequest, ...filters } });
    const all = [...subjects, ...departments, ...terms];
    expect(all.length).toBeGreaterThan(0);
    for (const { url, count } of all)
      expect({ url, total: (await ask(index.engine, requestOf(url))).total }).toEqual({ url, total: count });
    for (const { url } of terms) expect(requestOf(url)).toMatchObject(filters);
  });

  it.each([
    ['科目:2060101 206', {}, { q: '', code: ['206'] }],
    ['科目:2060499 -科目:2060101 公务 206', {}, { q: '公务', code: ['206'] }],
    ['公务 科目:206 年度:2023 2060101', { code: ['2060499'] }, { q: '公务 年度:2023', code: ['2060101'] }],
  ] as const)('a subject takes the place of those that were typed: %s', async (typed, filters, taken) => {
    const { subjects } = await suggest(index.engine, typed, { within: { ...defaultRequest, ...filters } });
    const urls = subjects.map(({ url }) => requestOf(url));
    expect(urls).toContainEqual(expect.objectContaining(taken));
    for (const { url, count } of subjects) expect((await ask(index.engine, requestOf(url))).total).toBe(count);
  });

  it('a department takes the place of those that were typed', async () => {
    const { departments } = await suggest(index.engine, '部门:云川 公务 科目:206 科经局');
    const [{ url, count } = { url: '', count: 0 }] = departments;
    expect(requestOf(url)).toMatchObject({ q: '公务 科目:206', department: ['云川市青禾区科学技术和经济信息化局'] });
    expect((await ask(index.engine, requestOf(url))).total).toBe(count);
  });

  it('say what was probably meant where the typed form stands nowhere', async () => {
    expect((await suggest(index.engine, '疏困贷款')).didYouMean).toMatchObject({ text: '纾困贷款', count: 1 });
    expect((await suggest(index.engine, '纾困贷款')).didYouMean).toBeNull();
  });

  it('are none for nothing, operators, or a pasted text', async () => {
    for (const typed of ['', ' ', '"', '-', 'x'.repeat(5_000), '公务 '])
      expect(await suggest(index.engine, typed)).toMatchObject({ subjects: [], departments: [], terms: [], didYouMean: null });
  });
});
