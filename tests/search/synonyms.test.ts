import { describe, expect, it } from 'vitest';
import { coreOf, partsOf, synonymsOf } from '../../src/search/synonyms.ts';

describe('synonymsOf', () => {
  it('says a word inside a term otherwise', () => {
    expect(synonymsOf('公车购置费')).toContain('公务用车购置费');
    expect(synonymsOf('低保')).toEqual(['最低生活保障']);
  });

  it('knows the former names of a subject', () => {
    expect(synonymsOf('行政事业单位离退休')).toContain('行政事业单位养老支出');
  });

  it('knows the name of a code, with the name above it where other codes have the same', () => {
    expect(synonymsOf('2170302')).toEqual(['利息费用补贴支出']);
    expect(synonymsOf('2010401')).toEqual(['发展与改革事务(款)行政运行']);
    expect(synonymsOf('2210201')).toContain('住房改革支出(款)住房公积金');
    expect(synonymsOf('30113')).toEqual([]);
    expect(synonymsOf('2023')).toEqual([]);
  });

  it('says the whole term otherwise before a part of it', () => {
    expect(synonymsOf('公务用车保有量')).toContain('共有车辆');
  });

  it('does not repeat what the letters find anyway', () => {
    expect(synonymsOf('公积金')).toEqual([]);
    expect(synonymsOf('住房公积金')).toEqual([]);
    expect(synonymsOf('随便什么')).toEqual([]);
  });
});

describe('coreOf', () => {
  it.each([
    ['建始县救灾资金', '建始县救灾'],
    ['招商引资工作经费', '招商引资'],
    ['公务用车购置费', '公务用车购置'],
  ])('takes the word for money off %s', (term, core) => expect(coreOf(term)).toBe(core));

  it('leaves what would be too short to mean it, and what ends otherwise', () => {
    for (const term of ['三公经费', '项目支出', '人员经费', '公务用车', '费']) expect(coreOf(term)).toBeNull();
  });
});

describe('partsOf', () => {
  it('knows what 三公经费 are', () => {
    expect(partsOf('三公经费')).toContain('公务接待');
    expect(partsOf('公务接待')).toEqual([]);
  });
});
