import { describe, expect, it } from 'vitest';
import type { Census } from '../../src/search/census.ts';
import { homophonesOf, nearHomophonesOf } from '../../src/search/homophones.ts';
import { lookAlikesOf } from '../../src/search/look-alikes.ts';
import { correctSpelling } from '../../src/search/spelling.ts';

/** An index of one text: a string stands in it or not. */
const indexOf = (text: string): Census => ({
  count: async (match) => (match.kind === 'literal' && text.includes(match.folded) ? 1 : 0),
  size: async () => 1,
  values: async () => new Map(),
  reports: async () => [],
  tables: async () => new Map(),
  facetCounts: async () => new Map(),
  reportsOf: async () => new Set(),
});

const text =
  '追加纾困贷款贴息，汽车以旧换新工作，发放补贴，瞪羚企业奖励，投入多少，少前，缴存住房公积金，面积经测量，扣除社会保障缴费，图章和奖章，' +
  '野芷湖整治，实验室检视，住房保障，务工人员，政务服务，更快的办理，专项排查，专线电话';

describe('correctSpelling', () => {
  it.each([
    ['疏困贷款贴息', '纾困贷款贴息'],
    ['汽车已旧换新补贴', '汽车以旧换新补贴'],
    ['瞪玲企业', '瞪羚企业'],
    ['瞪玲', '瞪羚'],
    ['瞪羚企页', '瞪羚企业'],
    ['野止湖', '野芷湖'],
  ])('reads %s as %s', async (typed, meant) => {
    expect(await correctSpelling(typed, indexOf(text))).toBe(meant);
  });

  it.each([
    ['住房公积经', '住房公积金'],
    ['社会保章和奖章', '社会保障和奖章'],
  ])('reads %s as %s although by chance the wrong pairs stand', async (typed, meant) => {
    expect(await correctSpelling(typed, indexOf(text))).toBe(meant);
  });

  it('prefers the repair with which the whole stands', async () => {
    expect(await correctSpelling('专先排查', indexOf(text))).toBe('专项排查');
  });

  it.each(['公租房', '政务公幵', '快递', '路灯'])('makes nothing else of %j, whose own words are sound', async (typed) => {
    expect(await correctSpelling(typed, indexOf(text))).toBeNull();
  });

  it('repairs both slips of a term', async () => {
    expect(await correctSpelling('舒困贷款帖息', indexOf(text))).toBe('纾困贷款贴息');
  });

  it.each(['区块链平台', '纾困贷款贴息投入多少钱', '瞪', '13608.60', '甲'.repeat(17), ''])('leaves %j as it is', async (typed) => {
    expect(await correctSpelling(typed, indexOf(text))).toBeNull();
  });

  it('asks the index little of a term that is no slip at all', async () => {
    const asked = new Set<string>();
    const { count } = indexOf(text);
    const census: Census = {
      ...indexOf(text),
      count: async (match, key) => {
        asked.add(key);
        return count(match, key);
      },
    };
    expect(await correctSpelling('你好世界再见人间', census)).toBeNull();
    expect(asked.size).toBeLessThan(50);
  });
});

describe('characters taken for each other', () => {
  it('are those of the same sound, tones aside', () => {
    expect(homophonesOf('疏')).toContain('纾');
    expect(homophonesOf('已')).toContain('以');
    expect(homophonesOf('经')).not.toContain('金');
    expect(homophonesOf('a')).toEqual([]);
  });

  it('are those of a sound that many do not tell apart', () => {
    expect(nearHomophonesOf('经')).toContain('金');
    expect(nearHomophonesOf('张')).toContain('赞');
    expect(nearHomophonesOf('南')).toContain('兰');
    expect(nearHomophonesOf('经')).not.toContain('将');
  });

  it('are those of like shape', () => {
    expect(lookAlikesOf('已')).toContain('己');
    expect(lookAlikesOf('俭')).toContain('险');
    expect(lookAlikesOf('a')).toEqual([]);
  });
});
