import { describe, expect, it } from 'vitest';
import { resolveCode } from '../../src/subjects/resolve-code.ts';

describe('resolveCode', () => {
  it('reads a full path of names', () => {
    expect(resolveCode(['科学技术支出', '科学技术管理事务', '行政运行'])).toEqual({ code: '2060101', inferred: true });
    expect(resolveCode(['住房保障支出', '住房改革支出'])?.code).toBe('22102');
    expect(resolveCode(['科学技术'])?.code).toBe('206');
  });

  it('reads the names of earlier years and a same name on two levels', () => {
    expect(resolveCode(['社会保障和就业支出', '行政事业单位离退休', '行政单位离退休'])?.code).toBe('2080501');
    expect(resolveCode(['科学技术支出', '其他科学技术支出', '其他科学技术支出'])?.code).toBe('2069999');
    expect(resolveCode(['社会保障和就业支出', '其他社会保障和就业支出', '其他社会保障和就业支出'])?.code).toBe('2089999');
  });

  it.each([
    [[]],
    [['行政运行']],
    [['住房公积金']],
    [['科学技术支出', '行政运行']],
    [['科学技术支出', '住房改革支出', '住房公积金']],
    [['工资福利支出', '基本工资']],
    [['甲', '乙', '丙', '丁']],
  ])('decides nothing for %j', (path) => {
    expect(resolveCode(path)).toBeNull();
  });
});
