import { describe, expect, it } from 'vitest';
import { filterOfOperator, filters, labelOf, labelOfValue } from '../../src/query/filters.ts';

describe('filters', () => {
  it('gives every operator to one filter', () => {
    const operators = filters.flatMap((filter) => filter.operators);
    expect(new Set(operators).size).toBe(operators.length);
    for (const filter of filters) for (const name of filter.operators) expect(filterOfOperator(name)).toBe(filter);
  });

  it.each(['部门', '地区', '年度', '科目', '章节', '表', '金额'])('knows %s: of the query language', (name) => {
    expect(filterOfOperator(name)).toBeDefined();
  });

  it('shows values in Chinese', () => {
    expect(labelOf('reportKind')).toBe('报告种类');
    expect(labelOfValue('kind', 'row')).toBe('表格行');
    expect(labelOfValue('year', '2023')).toBe('2023');
    expect(labelOfValue('district', null)).toBe('未载明');
  });
});
