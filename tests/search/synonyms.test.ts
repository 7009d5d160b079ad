import { describe, expect, it } from 'vitest';
import { partsOf, synonymsOf } from '../../src/search/synonyms.ts';

describe('synonymsOf', () => {
  it('says a word inside a term otherwise', () => {
    expect(synonymsOf('公车购置费')).toContain('公务用车购置费');
    expect(synonymsOf('低保')).toEqual(['最低生活保障']);
  });

  it('knows the former names of a subject', () => {
    expect(synonymsOf('行政事业单位离退休')).toContain('行政事业单位养老支出');
  });

  it('does not repeat what the letters find anyway', () => {
    expect(synonymsOf('公积金')).toEqual([]);
    expect(synonymsOf('住房公积金')).toEqual([]);
    expect(synonymsOf('随便什么')).toEqual([]);
  });
});

describe('partsOf', () => {
  it('knows what 三公经费 are', () => {
    expect(partsOf('三公经费')).toContain('公务接待');
    expect(partsOf('公务接待')).toEqual([]);
  });
});
