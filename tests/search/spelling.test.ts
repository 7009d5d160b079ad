import { describe, expect, it } from 'vitest';
import type { Census } from '../../src/search/census.ts';
import { mistakableFor } from '../../src/search/homophones.ts';
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

const text = '追加纾困贷款贴息，汽车以旧换新工作，发放补贴，瞪羚企业奖励，投入多少，少前';

describe('correctSpelling', () => {
  it.each([
    ['疏困贷款贴息', '纾困贷款贴息'],
    ['汽车已旧换新补贴', '汽车以旧换新补贴'],
    ['瞪玲企业', '瞪羚企业'],
    ['瞪羚企页', '瞪羚企业'],
  ])('reads %s as %s', async (typed, meant) => {
    expect(await correctSpelling(typed, indexOf(text))).toBe(meant);
  });

  it.each(['区块链平台', '纾困贷款贴息投入多少钱', '瞪', '13608.60', '甲'.repeat(17), ''])('leaves %j as it is', async (typed) => {
    expect(await correctSpelling(typed, indexOf(text))).toBeNull();
  });
});

describe('mistakableFor', () => {
  it('knows characters of the same sound and of like shape', () => {
    expect(mistakableFor('疏')).toContain('纾');
    expect(mistakableFor('已')).toEqual(expect.arrayContaining(['己', '以']));
    expect(mistakableFor('a')).toEqual([]);
  });
});
