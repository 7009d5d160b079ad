import { describe, expect, it } from 'vitest';
import { provenanceNotStated } from '../../src/model/report.ts';
import { type CitedPlace, citeByStandard, citePlainly } from '../../src/search/citation.ts';

const passage: CitedPlace = {
  report: { title: '云川市财政局2023年度部门决算', department: '云川市财政局', year: 2023, reportKind: '决算', file: '财政局.txt' },
  provenance: provenanceNotStated,
  page: null,
  line: 131,
  path: ['第三部分 情况说明', '一、支出决算情况'],
  table: null,
  cell: null,
  quote: ' 惠企周转金131.79万元 ',
  link: 'https://x/reports/ab?at=1-9&h=12345678',
  citedAt: '2026-01-02T03:04:05Z',
};
const cell: CitedPlace = {
  ...passage,
  page: 12,
  table: '支出决算表',
  cell: { column: '本年支出合计', row: '住房公积金' },
  provenance: {
    sourceUrl: 'https://example.org/jue.pdf',
    publisher: '云川市人民政府',
    publishedAt: '2024-09-01',
    retrievedAt: '2024-10-02T08:00:00Z',
    sourceKind: 'published',
  },
};

describe('a citation', () => {
  it('leaves out the white space that the layout of a cover left in a title', () => {
    const printed: CitedPlace = {
      ...passage,
      report: { ...passage.report, title: '云川市财政局 2023 年度部 门决算' },
      path: ['一、支 出决算情况'],
    };
    expect(citeByStandard(printed)).toContain('云川市财政局 2023 年度部门决算[R]');
    expect(citePlainly(printed)).toContain('《云川市财政局 2023 年度部门决算》，一、支出决算情况');
  });

  it('by GB/T 7714 says so where the source is not registered', () => {
    expect(citeByStandard(passage)).toBe(
      '云川市财政局. 云川市财政局2023年度部门决算[R]. [2026-01-02]. 来源未登记，原文件：财政局.txt. 一、支出决算情况，文本第 131 行. https://x/reports/ab?at=1-9&h=12345678',
    );
  });

  it('of a cell names its table, row and column, and where and when the report was published and fetched', () => {
    expect(citeByStandard(cell)).toBe(
      '云川市财政局. 云川市财政局2023年度部门决算[R/OL]. (2024-09-01)[2024-10-02]. https://example.org/jue.pdf. 第 12 页，支出决算表，文本第 131 行“住房公积金”，“本年支出合计”栏. https://x/reports/ab?at=1-9&h=12345678',
    );
  });

  it('in plain words quotes the place', () => {
    expect(citePlainly(passage)).toBe(
      '“惠企周转金131.79万元”（《云川市财政局2023年度部门决算》，一、支出决算情况，文本第 131 行；来源未登记；https://x/reports/ab?at=1-9&h=12345678）',
    );
    expect(citePlainly(cell)).toContain('来源：https://example.org/jue.pdf（2024-10-02获取）');
  });
});
