import { describe, expect, it } from 'vitest';
import { median, percentile, show, table } from '../../bench/figures.ts';

describe('percentile', () => {
  it('is the smallest value that the share of all does not exceed, whatever their order', () => {
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2);
    expect(percentile([4, 1, 3, 2], 0.95)).toBe(4);
    expect(median([7])).toBe(7);
    expect(median([])).toBeNaN();
  });
});

describe('show', () => {
  it('gives small figures more digits', () => {
    expect([0.123, 3.42, 56.4, 1234.5].map(show)).toEqual(['0.12', '3.4', '56', '1,235']);
  });
});

describe('table', () => {
  it('is Markdown', () => {
    expect(table(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |');
  });
});
