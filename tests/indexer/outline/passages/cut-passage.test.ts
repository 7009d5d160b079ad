import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutPassage, HARD_LIMIT } from '../../../../indexer/outline/passages/cut-passage.ts';
import { sliceSpans } from '../../../../src/model/span.ts';

const cut = (text: string) => cutPassage(text, [{ start: 0, end: text.length }]).map((spans) => sliceSpans(text, spans));

it('leaves 600 characters whole', () => {
  expect(cut('甲'.repeat(600))).toEqual(['甲'.repeat(600)]);
});

it('cuts at a sentence end, else at a comma, else at 1,200', () => {
  expect(cut(`${'甲'.repeat(300)}。${'乙，'.repeat(200)}`).map(({ length }) => length)).toEqual([301, 400]);
  expect(cut(`${'甲'.repeat(300)}，${'乙'.repeat(500)}`).map(({ length }) => length)).toEqual([301, 500]);
  expect(cut('甲'.repeat(2500)).map(({ length }) => length)).toEqual([HARD_LIMIT, HARD_LIMIT, 100]);
});

it('parts no surrogate pair', () => {
  expect(cut(`甲${'\ud83d\ude00'.repeat(1000)}`).every((piece) => piece.isWellFormed())).toBe(true);
});

it('loses nothing but white space, over any spans', () => {
  const pieces = fc.array(fc.tuple(fc.nat({ max: 900 }), fc.constantFrom('。', '，', '\n', ' ', '甲')), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.map(([length, mark]) => `乙${'甲'.repeat(length)}${mark}乙`).join('17');
      let start = 0;
      const spans = parts.map(([length]) => {
        const span = { start, end: start + length + 3 };
        start = span.end + 2;
        return span;
      });
      const found = cutPassage(text, spans);
      expect(
        found
          .map((one) => sliceSpans(text, one))
          .join('')
          .replace(/\s/g, ''),
      ).toBe(sliceSpans(text, spans).replace(/\s/g, ''));
      expect(found.every((one) => sliceSpans(text, one).length <= HARD_LIMIT)).toBe(true);
    }),
    { seed: 3, numRuns: 500 },
  );
});
