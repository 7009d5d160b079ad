import { describe, expect, it } from 'vitest';
import { standingFigure } from '../../src/compare/standing-figure.ts';
import { toYuan } from '../../src/text/money.ts';

const money = (value: string, unit: string) => ({ value, unit, yuan: toYuan(value, unit) });

describe('standingFigure', () => {
  it.each([
    ['is the one printed to the finest digit', [money('136.11', '万元'), money('1361142.00', '元')], '1361142.00'],
    ['goes by the digits printed, zeros at the end too', [money('0.0136', '亿元'), money('136.00', '万元')], '136.00'],
    ['is finer where less is not zero', [money('1.23', '亿元'), money('12300', '万元')], '12300'],
    ['is the first of those that are equally fine', [money('1.00', '元'), money('1.00', '元')], '1.00'],
  ])('%s', (_, figures, value) => {
    expect(standingFigure(figures)).toMatchObject({ value });
  });

  it('is none of figures that differ, and none where none is printed', () => {
    expect(standingFigure([money('136.12', '万元'), money('1361142.00', '元')])).toBe('several');
    expect(standingFigure([money('12', '元'), { value: '12', unit: '辆', yuan: null }])).toBe('several');
    expect(standingFigure([])).toBeNull();
  });
});
