import { describe, expect, it } from 'vitest';
import { FEN_LIMIT, fenOf, parseMoney, toYuan, wholeFen } from '../../src/text/money.ts';
import { seeded } from '../support/seeded.ts';
import { hostileText } from '../support/texts.ts';

describe('money in 元', () => {
  it.each([
    ['13608.60', '万元', '136086000'],
    ['1.36086', '亿元', '136086000'],
    ['136086000', '元', '136086000'],
    ['-0.000001', '亿元', '-100'],
    ['0.1', '元', '0.1'],
    ['123456789012345678901234567.89', '万亿元', '123456789012345678901234567890000000000'],
    ['12', '亿美元', null],
    ['12', '%', null],
  ])('%s %s is %s', (value, unit, yuan) => {
    expect(toYuan(value, unit)).toBe(yuan);
  });
});

describe('fen', () => {
  it('leave bigint only where nothing is lost', () => {
    expect(wholeFen(1n - FEN_LIMIT)).toBe(-8_999_999_999_999_999);
    for (const fen of [FEN_LIMIT, -FEN_LIMIT]) expect(() => wholeFen(fen)).toThrow('exactly');
  });

  it.each([
    ['136086000', 13_608_600_000n],
    ['-0.01', -1n],
    ['0.001', null],
    ['89999999999999.99', 8_999_999_999_999_999n],
    ['90000000000000', null],
    ['-90000000000000', null],
  ])('of %s are %s', (yuan, fen) => {
    expect(fenOf(yuan)).toBe(fen);
  });
});

describe('money as typed', () => {
  const same = 13_608_600_000n;

  it.each([
    '13608.60万元',
    '13,608.60 万元',
    '13608.6万元',
    '1.36086亿元',
    '1.36086亿',
    '136086000元',
    '136,086,000 元',
    '１３６０８．６０萬元',
    '人民币13608.6万元',
    '¥136086000元',
    '136086千元',
    ' 13608.60万 元 ',
  ])('%j is one value', (text) => {
    expect(parseMoney(text)?.fen).toEqual({ from: same, to: same });
  });

  it('counts a bare number in 元 and says so', () => {
    expect(parseMoney('100')).toEqual({ fen: { from: 10_000n, to: 10_000n }, unit: null });
    expect(parseMoney('1.5万')).toMatchObject({ unit: '万' });
  });

  it.each([
    ['约1.36亿元', 13_550_000_000n, 13_650_000_000n],
    ['约1.36亿元'.replace('约', '約'), 13_550_000_000n, 13_650_000_000n],
    ['大约 500万元', 499_500_000n, 500_500_000n],
    ['约0.05亿元', 500_000_000n, 500_000_000n],
    ['约5亿元', 50_000_000_000n, 50_000_000_000n],
    ['约123元', 12_250n, 12_350n],
  ])('%s reaches from %s to %s fen', (text, from, to) => {
    expect(parseMoney(text)?.fen).toEqual({ from, to });
  });

  it('keeps the sign', () => {
    expect(parseMoney('-5.00万元')?.fen).toEqual({ from: -5_000_000n, to: -5_000_000n });
  });

  it.each([
    '',
    '万元',
    '财政拨款',
    '12%',
    '3辆',
    '100万美元',
    '2023年',
    '1, 4',
    '1 2万元',
    '0.001元',
    '90000000000000元',
    '5-10万元',
    '500万元以上',
    '#REF!',
  ])('is not in %j', (text) => {
    expect(parseMoney(text)).toBeNull();
  });

  it('never throws', () => {
    const random = seeded(11);
    for (let n = 0; n < 3000; n++) parseMoney(hostileText(random, random.below(20)));
  });

  it('reads long input in linear time', () => {
    expect(parseMoney(`${'1,'.repeat(50_000)}x3`)).toBeNull();
    expect(parseMoney(`${'9'.repeat(100_000)}元`)).toBeNull();
  });
});
