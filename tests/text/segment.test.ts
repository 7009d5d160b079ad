import { describe, expect, it } from 'vitest';
import { CELL_MARK, foldString } from '../../src/text/normal-form.ts';
import { dataLines, domainDictionary, segment, wordsOf } from '../../src/text/segment.ts';
import { seeded } from '../support/seeded.ts';
import { hostileText, reportText } from '../support/texts.ts';

describe('the cut of a folded text', () => {
  it.each([
    ['财政拨款收入', ['财政', '拨款', '收入']],
    ['一般公共预算财政拨款基本支出', ['一般', '公共', '预算', '财政', '拨款', '基本', '支出']],
    ['纾困贷款贴息', ['纾困', '贷款', '贴息']],
    ['三公经费支出', ['三公', '经费', '支出']],
    ['政府性基金预算', ['政府性', '基金', '预算']],
    ['农林水支出', ['农林水', '支出']],
  ])('cuts %s finely', (text, parts) => {
    expect(segment(text)).toEqual(parts);
  });

  it('keeps numbers whole: points, percent signs, years', () => {
    expect(segment('2023年支出18557.84万元,占100.00%')).toEqual(['2023', '年', '支出', '18557.84', '万元', ',', '占', '100.00%']);
  });

  it('parts cells at their marks', () => {
    expect(segment(`决算${CELL_MARK}支出`)).toEqual(['决算', CELL_MARK, '支出']);
  });

  it('is made of words and marks; only the words say something', () => {
    expect(wordsOf(`收入(类),${CELL_MARK}35.5%`)).toEqual(['收入', '类', '35.5%']);
  });

  it('loses nothing and never throws', () => {
    const random = seeded(6);
    for (let n = 0; n < 2000; n++) {
      const folded = foldString(n % 2 === 0 ? hostileText(random, random.below(80)) : reportText(random, 3));
      expect(segment(folded).join('')).toBe(folded);
      expect(segment(folded)).not.toContain('');
    }
  });

  it('loses nothing of raw text either', () => {
    const random = seeded(7);
    for (let n = 0; n < 500; n++) {
      const text = hostileText(random, random.below(60));
      expect(segment(text).join('')).toBe(text);
    }
  });
});

describe('our dictionary', () => {
  const lines = dataLines(domainDictionary);

  it('holds words in normal form, each once, with two whole numbers', () => {
    expect(lines.filter((line) => !/^\S+ \d+ \d+$/.test(line))).toEqual([]);
    const words = lines.map((line) => line.split(' ')[0] ?? '');
    expect(words.filter((word) => foldString(word) !== word)).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });
});
