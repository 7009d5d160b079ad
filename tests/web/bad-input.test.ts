import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SearchAnswer, searchAnswerSchema } from '../../src/search/answer.ts';
import { type House, openHouse } from './support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const search = (parameters: Record<string, string> | [string, string][]) => house.get(`/api/search?${new URLSearchParams(parameters)}`);
const answer = async (parameters: Record<string, string> | [string, string][]): Promise<SearchAnswer> => {
  const response = await search(parameters);
  expect(response.status).toBe(200);
  return searchAnswerSchema.parse(await response.json());
};

/** What is said of a total must be true of the pages. */
async function expectTrueCount(q: string): Promise<void> {
  const { total, hits, facets } = await answer({ q, size: '100' });
  expect(hits).toHaveLength(total);
  expect(facets.kind?.reduce((sum, { count }) => sum + count, 0)).toBe(total);
}

describe('bad input', () => {
  it('of 2,000 terms is answered', async () => {
    await expectTrueCount(Array.from({ length: 2_000 }, (_, n) => `词${n}`).join(' '));
    await expectTrueCount(Array.from({ length: 2_000 }, (_, n) => `-词${n}`).join(' '));
    await expectTrueCount(Array.from({ length: 2_000 }, (_, n) => `词${n}`).join('|'));
  });

  it('of a very long query is answered up to the longest address, and refused in words beyond it', async () => {
    await expectTrueCount('支'.repeat(11_000));
    await expectTrueCount('x'.repeat(90_000));
    const refused = await search({ q: 'x'.repeat(102_400) });
    expect([refused.status, refused.headers.get('content-type')]).toEqual([414, 'application/problem+json; charset=utf-8']);
  });

  it('of an empty report, as forms send it, is no report asked for', async () => {
    expect((await answer({ report: '' })).total).toBe((await answer({})).total);
  });

  it.each([
    '"',
    '""',
    '-',
    '--',
    '|',
    '||',
    '- -',
    '-"',
    '"-',
    '|-|',
    '-|"',
    '“”',
    '“',
    '：',
    ':',
    '年度:',
    '-年度:',
    '年度:|',
    '部门:-',
    '金额:',
    '金额:>',
    '金额:..',
    '( ( (',
    '-(-(',
    '約',
    '约',
    '%',
    '.',
    '\u0000',
    '\ud800',
    '　',
  ])('of the operators %j is searched as text or says what it left out', expectTrueCount);

  it('of fields that there are not is searched as text and said', async () => {
    const { query } = await answer({ q: '作者:某人 rowid:1' });
    expect(query.warnings.map(({ message }) => message)).toEqual([
      '没有“作者:”这个筛选，已按文字检索',
      '没有“rowid:”这个筛选，已按文字检索',
    ]);
  });

  it.each([
    [
      [
        ['year', '2023'],
        ['year', '-2023'],
      ],
    ],
    [
      [
        ['min', '2亿'],
        ['max', '1万元'],
      ],
    ],
    [
      [
        ['code', '201'],
        ['code', '-201'],
      ],
    ],
    [[['department', '没有这个局']]],
    [[['q', '年度:2023 -年度:2023']]],
    [[['q', '金额:>5亿 金额:<1亿']]],
    [
      [
        ['kind', 'row'],
        ['category', '没有这一章'],
      ],
    ],
  ] as [string, string][][][])('of filters that cannot all hold, %j, finds nothing and says why', async (parameters) => {
    const { total, why } = await answer(parameters);
    expect(total).toBe(0);
    const offered = why?.reasons.filter(({ url }) => url !== null) ?? [];
    expect(offered.length).toBeGreaterThan(0);
    for (const { url, count } of offered) {
      const response = await house.get(`/api/search${new URL(url ?? '', 'http://x').search}`);
      expect(((await response.json()) as SearchAnswer).total).toBe(count);
    }
  });

  it('of a page past the end is an empty page of the same total', async () => {
    const { total } = await answer({ q: '周转金' });
    for (const sort of ['relevance', '-amount', 'source', 'year'])
      for (const group of ['0', '1'])
        expect(await answer({ q: '周转金', page: '1000000000', sort, group })).toMatchObject({ total, hits: [] });
  });

  it.each([
    ['size', '0'],
    ['size', '101'],
    ['size', '-1'],
    ['size', '1.5'],
    ['page', '0'],
    ['page', '1000000001'],
    ['page', '一'],
    ['sort', 'odd'],
    ['match', 'odd'],
    ['facets', 'odd'],
    ['group', 'yes'],
    ['min', '很多'],
    ['max', '1万亿亿'],
  ])('of %s=%s is refused by name', async (parameter, value) => {
    const response = await search({ q: '支出', [parameter]: value });
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(JSON.stringify(await response.json())).toContain(`"parameter":"${parameter}"`);
  });

  it('has no trace of errors that nobody foresaw', () => {
    expect(house.reported).toEqual([]);
  });
});
