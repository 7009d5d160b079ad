import { describe, expect, it } from 'vitest';
import { changeRateOf, difference, type Pair, rateOf } from '../../src/compare/compute.ts';
import { foundFacts, storeFacts } from './facts-by-hand.ts';

function pair(figure: string, base: string): Pair {
  const stored = storeFacts({ year: 2023, lines: [{ text: figure }, { text: base }] }, [
    { line: 0, text: figure },
    { line: 1, text: base, measure: '年初预算' },
  ]);
  const [first, second] = foundFacts(stored);
  return { figure: first ?? expect.fail(), base: second ?? expect.fail(), figureName: '决算', baseName: '年初预算' };
}

describe('what is worked out', () => {
  it.each([
    ['131.79万元', '169.02万元', '-37.23', '万元', '-372300', '77.97'],
    ['1,361,142.00元', '137.50万元', '-13858', '元', '-13858', '98.99'],
    ['0.10万元', '0.30万元', '-0.20', '万元', '-2000', '33.33'],
    ['2.005万元', '100.00万元', '-97.995', '万元', '-979950', '2.01'],
    ['99999999999.99万元', '0.01万元', '99999999999.98', '万元', '999999999999800', '999999999999900.00'],
  ])('%s against %s is exact', (figure, base, value, unit, yuan, rate) => {
    expect(difference(pair(figure, base))).toMatchObject({ kind: 'computed', value, unit, yuan });
    expect(rateOf(pair(figure, base))).toMatchObject({ kind: 'computed', value: rate, unit: '%', yuan: null });
  });

  it('says its formula and what it was measured against', () => {
    expect(difference(pair('131.79万元', '169.02万元'))).toMatchObject({
      formula: '决算 131.79 − 年初预算 169.02 = -37.23万元',
      base: '年初预算',
    });
    expect(rateOf(pair('131.79万元', '169.02万元'))).toMatchObject({ formula: '决算 131.79万元 ÷ 年初预算 169.02万元 = 77.97%' });
  });

  it('has no rate on a base of zero, and a difference all the same', () => {
    expect(rateOf(pair('5.00万元', '0.00万元'))).toMatchObject({ kind: 'not-computed', reason: 'zero-base' });
    expect(changeRateOf(pair('5.00万元', '0.00万元'))).toMatchObject({ message: '上年为0，不计算' });
    expect(difference(pair('5.00万元', '0.00万元'))).toMatchObject({ value: '5.00' });
  });

  it('works nothing out of what is not money', () => {
    expect(difference(pair('5辆', '3辆'))).toMatchObject({ kind: 'not-computed', reason: 'not-money' });
    expect(rateOf(pair('5辆', '3辆'))).toMatchObject({ kind: 'not-computed' });
  });
});
