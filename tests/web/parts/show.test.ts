import { describe, expect, it } from 'vitest';
import { numbers } from '../../../web/parts/pager.ts';
import { showBytes, showTime, showYuan } from '../../../web/parts/show.ts';

describe('what is shown', () => {
  it.each([
    ['136086000', '136,086,000元'],
    ['-0.5', '-0.5元'],
    ['999', '999元'],
    ['12345678901234567890.12', '12,345,678,901,234,567,890.12元'],
  ])('of %s 元 is %s, without going through a number', (yuan, shown) => {
    expect(showYuan(yuan)).toBe(shown);
  });

  it('of an instant is the time in China, and of what is none the text itself', () => {
    expect(showTime('2026-03-09T06:05:00Z')).toBe('2026年3月9日 14:05');
    expect(showTime('不详')).toBe('不详');
  });

  it('of a size is readable', () => {
    expect([showBytes(12), showBytes(48_329), showBytes(2_106_631)]).toEqual(['12 字节', '47.2 KB', '2.0 MB']);
  });

  it('of many pages are the first, the last and those around', () => {
    expect(numbers(1, 3)).toEqual([1, 2, 3]);
    expect(numbers(10, 40)).toEqual([1, null, 8, 9, 10, 11, 12, null, 40]);
    expect(numbers(99, 5)).toEqual([1, null, 5]);
  });
});
