import { describe, expect, it } from 'vitest';
import { pieces } from '../../src/text/mark.ts';
import { seeded } from '../support/seeded.ts';
import { hostileText } from '../support/texts.ts';

describe('marking', () => {
  it.each([
    ['nothing', '预算', [], [['预算', false]]],
    [
      'the middle',
      '本年预算数',
      [{ start: 2, end: 4 }],
      [
        ['本年', false],
        ['预算', true],
        ['数', false],
      ],
    ],
    [
      'overlapping spans once',
      'abcdef',
      [
        { start: 3, end: 5 },
        { start: 1, end: 4 },
      ],
      [
        ['a', false],
        ['bcde', true],
        ['f', false],
      ],
    ],
    [
      'touching spans once',
      'abc',
      [
        { start: 0, end: 1 },
        { start: 1, end: 2 },
      ],
      [
        ['ab', true],
        ['c', false],
      ],
    ],
    [
      'a span inside another',
      'abc',
      [
        { start: 0, end: 3 },
        { start: 1, end: 2 },
      ],
      [['abc', true]],
    ],
    [
      'what lies inside the text',
      'abc',
      [
        { start: 2, end: 9 },
        { start: 5, end: 9 },
      ],
      [
        ['ab', false],
        ['c', true],
      ],
    ],
    ['no empty span', 'abc', [{ start: 1, end: 1 }], [['abc', false]]],
    ['nothing in an empty text', '', [{ start: 0, end: 1 }], []],
  ] as const)('marks %s', (_, text, spans, wanted) => {
    expect(pieces(text, spans).map((piece) => [piece.text, piece.marked])).toEqual(wanted);
  });

  it('leaves markup as text', () => {
    expect(pieces('<b>&', [{ start: 0, end: 3 }])).toEqual([
      { text: '<b>', marked: true },
      { text: '&', marked: false },
    ]);
  });

  it('gives the text back when the pieces are joined, and marks exactly what the spans cover', () => {
    const random = seeded(5);
    for (let n = 0; n < 2000; n++) {
      const text = hostileText(random, random.below(30));
      const spans = Array.from({ length: random.below(5) }, () => {
        const start = random.below(text.length + 3);
        return { start, end: start + random.below(8) };
      });
      const found = pieces(text, spans);
      expect(found.map((piece) => piece.text).join('')).toBe(text);
      expect(found.every((piece, i) => piece.text !== '' && piece.marked !== found[i - 1]?.marked)).toBe(true);
      const covered = Array.from({ length: text.length }, (_, at) => spans.some((span) => span.start <= at && at < span.end));
      expect(found.flatMap((piece) => Array.from({ length: piece.text.length }, () => piece.marked))).toEqual(covered);
    }
  });
});
