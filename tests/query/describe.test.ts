import { describe, expect, it } from 'vitest';
import { describeQuery } from '../../src/query/describe.ts';
import { parseQuery } from '../../src/query/parse.ts';

const said = (text: string) => describeQuery(parseQuery(text).query, []);

describe('describeQuery', () => {
  it.each([
    ['', '列出全部条目'],
    ['纾困', '查找含“纾困”的条目'],
    ['纾困 贷款 | "贴 息" -疫情', '查找含“纾困”、含“贷款”或含原文“贴 息”、不含原文“疫情”的条目'],
    ['1.5亿元', '查找含金额1.5亿元的条目'],
  ])('says %j as %j', (text, sentence) => {
    expect(said(text)).toBe(sentence);
  });

  it('says filters first, with their labels', () => {
    const filters = [
      { parameter: 'year', include: ['2023', '2022'], exclude: [] },
      { parameter: 'kind', include: [], exclude: ['row'] },
      { parameter: 'district', include: [null], exclude: [] },
    ] as const;
    expect(describeQuery(parseQuery('纾困').query, filters)).toBe(
      '在年度为2023或2022、条目种类不是表格行、区县为未载明的范围内，查找含“纾困”的条目',
    );
  });
});
