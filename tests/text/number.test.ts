import { describe, expect, it } from 'vitest';
import { readNumber } from '../../src/text/number.ts';
import { seeded } from '../support/seeded.ts';
import { hostileText } from '../support/texts.ts';

describe('the number of a cell', () => {
  it.each([
    ['1,002.17', '1002.17'],
    ['35,549.61', '35549.61'],
    ['35, 549.61', '35549.61'],
    ['１，００２．１７', '1002.17'],
    [' 560.00 ', '560.00'],
    ['-5.00', '-5.00'],
    ['－5.00', '-5.00'],
    ['−5', '-5'],
    ['-0.00', '0.00'],
    ['0. 7', '0.7'],
    ['.5', '0.5'],
    ['0', '0'],
    ['100.00%', '100.00'],
    ['100 ％', '100'],
    ['2010301', '2010301'],
  ])('%j is %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each([
    '',
    ' ',
    '-',
    '—',
    '#REF!',
    '1, 4',
    '1，4',
    '1,0000',
    '3 5',
    '（5.00）',
    '(5.00)',
    '01',
    '①',
    '1²',
    '1.2.3',
    '5.',
    'NaN',
    '1e5',
    '九',
    '9'.repeat(40),
  ])('is not certain in %j', (text) => {
    expect(readNumber(text)).toBeNull();
  });

  it('is a plain decimal or nothing, whatever the cell holds', () => {
    const random = seeded(10);
    for (let n = 0; n < 3000; n++) {
      const value = readNumber(hostileText(random, random.below(8)));
      if (value !== null) expect(value).toMatch(/^-?\d+(\.\d+)?$/);
    }
  });
});
