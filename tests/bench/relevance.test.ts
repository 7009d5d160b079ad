import { describe, expect, it } from 'vitest';
import { ndcg, recall } from '../../bench/relevance/judge.ts';

const span = (start: number, grade: number) => ({ file: 'a.txt', start, end: start + 10, grade });
const place = (start: number) => ({ file: 'a.txt', start, end: start + 10 });

describe('ndcg', () => {
  it('is 1 where the best come first and 0 where nothing was found', () => {
    expect(ndcg([place(0), place(20)], [span(0, 3), span(20, 1)])).toBe(1);
    expect(ndcg([place(50)], [span(0, 3)])).toBe(0);
  });

  it('is less where the best come later, and counts a span once', () => {
    expect(ndcg([place(20), place(0)], [span(0, 3), span(20, 1)])).toBeLessThan(1);
    expect(ndcg([place(0), place(0)], [span(0, 3), span(20, 3)])).toBeLessThan(0.7);
  });
});

describe('recall', () => {
  it('is of spans of grade 2 and 3 only', () => {
    expect(recall([place(0)], [span(0, 2), span(20, 3), span(40, 1)])).toBe(0.5);
    expect(recall([place(0)], [span(0, 1)])).toBeNull();
  });
});
