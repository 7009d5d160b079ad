import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramsOfCharacters } from '../../src/text/grams.ts';

const bigrams = (own: string, ahead: string) => gramsOfCharacters([...own], [...ahead], 2);
const trigrams = (own: string, ahead: string) => gramsOfCharacters([...own], [...ahead], 3);

describe('grams', () => {
  it('tell own ones from those of the look-ahead', () => {
    expect(bigrams('预算', '收入')).toEqual({ own: ['预算', '算收'], ahead: ['收入'] });
    expect(trigrams('预算', '收入')).toEqual({ own: ['预算收', '算收入'], ahead: [] });
  });

  it('are shorter at the end of a report', () => {
    expect(bigrams('预算', '')).toEqual({ own: ['预算', '算'], ahead: [] });
    expect(trigrams('预算表', '')).toEqual({ own: ['预算表', '算表', '表'], ahead: [] });
  });

  it('are made of code points', () => {
    expect(bigrams('𠀀😀', '')).toEqual({ own: ['𠀀😀', '😀'], ahead: [] });
    expect(bigrams('\ud800预', '')).toEqual({ own: ['\ud800预', '预'], ahead: [] });
  });

  it('begin at every character of the document and give it back by their first ones', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (folded, ahead) => {
        for (const make of [bigrams, trigrams]) {
          const { own } = make(folded, ahead);
          expect(own.map((gram) => [...gram][0] ?? '').join('')).toBe(folded);
          expect(own.every((gram, at) => [...folded, ...ahead].slice(at).join('').startsWith(gram))).toBe(true);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
