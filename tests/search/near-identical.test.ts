import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/engine/engine.ts';
import { groupNearIdentical } from '../../src/search/near-identical.ts';
import { foldString } from '../../src/text/normal-form.ts';

const place = (id: string, text: string, more: Partial<Candidate> = {}) => ({
  id,
  candidate: {
    id,
    report: 'r',
    kind: 'passage',
    category: null,
    code: null,
    path: '',
    labels: '',
    text: foldString(text),
    length: 1,
    ...more,
  } as const,
});

const groups = (...places: ReturnType<typeof place>[]) =>
  groupNearIdentical(places).map(({ best, similar }) => [best.id, ...similar.map(({ id }) => id)].join(''));

describe('groupNearIdentical', () => {
  it('puts the same statement with another list number and other marks under the first', () => {
    expect(groups(place('a', '3. 公务接待费支出 0.59 万元，'), place('b', '别的'), place('c', '（三）公务接待费支出0.59万元。'))).toEqual([
      'ac',
      'b',
    ]);
  });

  it('puts the same row of another table under the first, whatever zeros stand in it', () => {
    const row = { kind: 'row' } as const;
    expect(groups(place('a', '2060101\t行政运行\t5.20\t0.00\t0.00', row), place('b', '2060101\t行政运行\t5.20', row))).toEqual(['ab']);
  });

  it('never hides a decrease under an increase', () => {
    const row = { kind: 'row' } as const;
    expect(groups(place('a', '增减额\t12.50', row), place('b', '增减额\t-12.50', row), place('c', '增减额\t－12.50\t-0.00', row))).toEqual([
      'a',
      'bc',
    ]);
    expect(groups(place('d', '2023-2024年支出5万元'), place('e', '2023—2024年支出5万元'))).toEqual(['de']);
  });

  it('never hides another figure, another report or another kind', () => {
    const text = '行政运行 5.20 万元';
    expect(
      groups(place('a', text), place('b', '行政运行 5.21 万元'), place('c', text, { report: 's' }), place('d', text, { kind: 'row' })),
    ).toEqual(['a', 'b', 'c', 'd']);
  });
});
