import { describe, expect, it } from 'vitest';
import { figureOf, groupFacts } from '../../src/compare/entry.ts';
import { foundFacts, type Said, storeFacts } from './facts-by-hand.ts';

const entriesOf = (said: readonly Omit<Said, 'line'>[]) =>
  groupFacts(
    foundFacts(
      storeFacts(
        { department: '云川市水务局', year: 2023, reportKind: '决算', lines: said.map(({ text }) => ({ text: `支出${text}。` })) },
        said.map((one, line) => ({ ...one, line })),
      ),
    ),
  );

describe('an entry', () => {
  it('holds figures of one report, period, fund, part, side and column', () => {
    const entries = entriesOf([
      { text: '1.00万元' },
      { text: '2.00万元', measure: '年初预算' },
      { text: '3.00万元', period: '2022' },
      { text: '4.00万元', fund: '一般公共预算' },
      { text: '5.00万元', part: '基本支出' },
      { text: '6.00万元', side: '收入' },
      { text: '7.00万元', column: '事业收入', side: '收入', figure: 'operating-income' },
      { text: '8.00万元', code: '2210202' },
    ]);
    expect(entries.map(({ measures }) => [...measures.values()].flat().map(({ fact }) => fact.value))).toEqual([
      ['1.00', '2.00'],
      ['3.00'],
      ['4.00'],
      ['5.00'],
      ['6.00'],
      ['7.00'],
      ['8.00'],
    ]);
    expect(new Set(entries.map(({ slice }) => slice)).size).toBe(6);
  });

  it('keeps every figure of a measure, and takes those that agree but for rounding as one', () => {
    const [rounded] = entriesOf([{ text: '136.11万元' }, { text: '1,361,142.00元' }]);
    expect(figureOf(rounded ?? expect.fail(), '决算')).toMatchObject({ fact: { value: '1361142.00' } });
    const [conflict] = entriesOf([{ text: '136.12万元' }, { text: '1,361,142.00元' }]);
    expect(figureOf(conflict ?? expect.fail(), '决算')).toBe('several');
    expect(conflict?.measures.get('决算')).toHaveLength(2);
    expect(figureOf(conflict ?? expect.fail(), '年初预算')).toBeNull();
  });

  it('does not take figures of different units that are not money as one', () => {
    const [entry] = entriesOf([
      { text: '12辆', measure: '数量' },
      { text: '12台', measure: '数量' },
    ]);
    expect(figureOf(entry ?? expect.fail(), '数量')).toBe('several');
  });
});
