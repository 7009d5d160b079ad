import { describe, expect, it } from 'vitest';
import { explainPlace } from '../../src/search/explain-place.ts';

const candidate = { id: 'a', report: 'r', kind: 'passage', category: null, code: null, path: '', labels: '', text: '', length: 1 } as const;
const parts = [
  { reason: '词“贴息”', score: 1 },
  { reason: '原样含“纾困贷款贴息”', score: 3 },
  { reason: '词“的”', score: 0.1 },
  { reason: '词“纾困”', score: 2 },
];
const place = { id: 'a', level: null, similar: [], ranked: { id: 'a', score: 6.1, parts: () => parts, candidate } };

describe('explainPlace', () => {
  it('names the level and the three weightiest parts of the score', () => {
    const sentence = explainPlace(place, 'literal', 'relevance', true);
    expect(sentence).toBe('原样含有所查文字；得分 6.10：原样含“纾困贷款贴息” 3.00，词“纾困” 2.00，词“贴息” 1.00');
  });

  it('names the order where it is not by relevance, or nothing was asked', () => {
    expect(explainPlace(place, 'words', '-amount', true)).toBe('含有全部关键词；按金额从大到小排列');
    expect(explainPlace({ ...place, ranked: null }, 'any', 'relevance', true)).toBe(
      '含有部分关键词；同层结果较多，未参与打分，按报告顺序排列',
    );
    expect(explainPlace({ ...place, ranked: null }, 'literal', 'relevance', false)).toBe('按报告顺序排列');
  });
});
