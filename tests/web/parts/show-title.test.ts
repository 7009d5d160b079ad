import { describe, expect, it } from 'vitest';
import { nameOf, showTitle } from '../../../web/parts/show-title.ts';

describe('a shown title', () => {
  it.each([
    ['云川市教育局 2023 年度部 门决算', '云川市教育局 2023 年度部门决算'],
    [' 支 出 决 算 表 ', '支出决算表'],
    ['Annual report 2023', 'Annual report 2023'],
  ])('%s is %s', (printed, shown) => {
    expect(showTitle(printed)).toBe(shown);
  });

  it('is the department or the file where none is printed', () => {
    expect(nameOf({ title: null, department: '云川市档案馆', file: 'a.txt' })).toBe('云川市档案馆');
    expect(nameOf({ title: null, department: null, file: 'a.txt' })).toBe('a.txt');
  });
});
