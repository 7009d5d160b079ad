import { describe, expect, it } from 'vitest';
import { CELL_MARK } from '../../src/text/normal-form.ts';
import { dictionaryHash, isStopWord, wordWeight } from '../../src/text/word-weight.ts';

describe('the weight of a word', () => {
  it('rises with rarity', () => {
    const words = ['的', '支出', '万元', '贴息', '纾困', '不曾见过的词'];
    const weights = words.map(wordWeight);
    expect(weights).toEqual(weights.toSorted((a, b) => a - b));
    expect(new Set(weights).size).toBe(words.length);
  });

  it('is finite and not negative', () => {
    for (const word of ['', '的', '年', '2023', '18557.84', '服务', CELL_MARK, '\ud800', '\u{20bb7}']) {
      expect(wordWeight(word), word).toBeGreaterThanOrEqual(0);
      expect(wordWeight(word), word).toBeLessThan(20);
    }
  });

  it('takes years and small numbers as common, other figures as rare', () => {
    expect(wordWeight('2023')).toBeLessThan(2);
    expect(wordWeight('7')).toBeLessThan(2);
    expect(wordWeight('18557.84')).toBeGreaterThan(10);
  });
});

describe('stop words', () => {
  it.each(['的', '以及', '和', '、', '(', CELL_MARK, ''])('count %j among them', (word) => {
    expect(isStopWord(word)).toBe(true);
    expect(wordWeight(word)).toBe(0);
  });

  it.each(['支出', '2023', '贴息', 'ppp'])('leave %s out', (word) => {
    expect(isStopWord(word)).toBe(false);
  });
});

describe('the hash of the dictionaries', () => {
  it('is 16 hex digits and stays the same', () => {
    expect(dictionaryHash()).toMatch(/^[0-9a-f]{16}$/);
    expect(dictionaryHash()).toBe(dictionaryHash());
  });
});
