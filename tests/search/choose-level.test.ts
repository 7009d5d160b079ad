import { describe, expect, it } from 'vitest';
import { chooseLevel } from '../../src/search/choose-level.ts';
import { request } from './ask.ts';

const chosen = (literal: number, words: number, any: number, match: 'auto' | 'words' = 'auto') =>
  chooseLevel(request({ match }), { literal, words, any });

describe('chooseLevel', () => {
  it('takes the first level with at least ten documents', () => {
    expect(chosen(10, 50, 500)).toBe('literal');
    expect(chosen(9, 10, 500)).toBe('words');
    expect(chosen(0, 9, 10)).toBe('any');
  });

  it('takes the widest level that adds something where none has ten', () => {
    expect(chosen(3, 3, 5)).toBe('any');
    expect(chosen(3, 5, 5)).toBe('words');
    expect(chosen(3, 3, 3)).toBe('literal');
    expect(chosen(0, 0, 0)).toBe('literal');
  });

  it('does as it is told', () => {
    expect(chosen(100, 200, 300, 'words')).toBe('words');
  });
});
