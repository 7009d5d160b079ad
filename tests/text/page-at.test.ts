import { describe, expect, it } from 'vitest';
import { pageAt } from '../../src/text/page-at.ts';

const pages = [
  { start: 0, end: 4 },
  { start: 4, end: 9 },
  { start: 12, end: 20 },
];

describe('pageAt', () => {
  it('counts pages from one', () => {
    expect([0, 3, 4, 8, 12, 19].map((offset) => pageAt(pages, offset))).toEqual([1, 1, 2, 2, 3, 3]);
  });

  it('says nothing of what lies on no page', () => {
    expect([9, 20, 99].map((offset) => pageAt(pages, offset))).toEqual([null, null, null]);
    expect(pageAt(null, 0)).toBeNull();
  });
});
