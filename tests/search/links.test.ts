import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestAt, placeUrl, searchUrl } from '../../src/search/links.ts';
import { withoutRanges } from '../../src/search/toggle.ts';
import { foldString } from '../../src/text/normal-form.ts';
import { request, requestOf } from './ask.ts';

describe('links', () => {
  it('name a place by its offsets and the digest of its folded quote, noise left out', () => {
    const text = '追加纾困贷\n17\n款贴息';
    const digest = createHash('sha256').update(foldString('纾困贷款贴息')).digest('hex').slice(0, 8);
    expect(digestAt({ text, start: 100, noise: [{ start: 105, end: 109 }] }, { start: 102, end: 112 })).toBe(digest);
    expect(placeUrl('/sub', 'abc', { start: 102, end: 112 }, digest)).toBe(`/sub/reports/abc?at=102-112&h=${digest}`);
  });

  it('hold the whole state of a search and nothing that is as by default', () => {
    expect(searchUrl('', request({}))).toBe('/?q=');
    expect(searchUrl('/sub', request({ q: '甲 | 乙', year: ['2023', '-2022'], district: [''] }))).toBe(
      '/sub/?q=%E7%94%B2+%7C+%E4%B9%99&district=&year=2023&year=-2022',
    );
  });

  it('come back as the request they were made of', () => {
    const values = fc.array(fc.string(), { maxLength: 3 });
    const any = fc.record({
      q: fc.string({ unit: 'grapheme' }),
      department: values,
      year: values,
      kind: values,
      code: values,
      report: values,
      match: fc.constantFrom('auto', 'any'),
      min: fc.constantFrom('1亿', '100'),
      sort: fc.constantFrom('relevance', '-amount'),
      page: fc.integer({ min: 1, max: 1000 }),
      size: fc.integer({ min: 1, max: 100 }),
      facets: fc.constantFrom('all', 'none', ['year', 'subject']),
      group: fc.boolean(),
      explain: fc.boolean(),
    });
    fc.assert(
      fc.property(any, (parameters) => {
        const asked = request(parameters as never);
        expect(requestOf(searchUrl('', asked))).toEqual(asked);
      }),
      { numRuns: 500, seed: 5 },
    );
  });
});

describe('withoutRanges', () => {
  it('takes ranges out of what was typed', () => {
    expect(withoutRanges('甲 年度:2023 乙', [{ at: 2, end: 9 }])).toBe('甲 乙');
    expect(withoutRanges('甲', [{ at: 0, end: 1 }])).toBe('');
    expect(withoutRanges(' 甲 ', [])).toBe(' 甲 ');
  });
});
