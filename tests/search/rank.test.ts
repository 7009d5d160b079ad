import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/engine/engine.ts';
import { rank } from '../../src/search/rank.ts';
import type { RankQuery } from '../../src/search/rank-query.ts';
import { foldString } from '../../src/text/normal-form.ts';
import { wordsOf } from '../../src/text/segment.ts';

const place = (id: string, text: string, more: Partial<Candidate> = {}): Candidate => {
  const folded = foldString(text);
  return {
    id,
    report: 'r',
    kind: 'passage',
    category: null,
    code: null,
    path: '',
    labels: '',
    text: folded,
    length: wordsOf(folded).length,
    ...more,
  };
};

const termOf = (text: string, codes: readonly string[] = []): RankQuery['terms'][number] => ({
  readings: [{ kind: 'typed', folded: foldString(text), words: [...new Set(wordsOf(foldString(text)))] }],
  codes: new Set(codes),
});

const query = (...terms: string[]): RankQuery => ({ terms: terms.map((text) => termOf(text)), favours: [] });

const order = (candidates: readonly Candidate[], asked: RankQuery) =>
  rank(candidates, asked)
    .map(({ id }) => id)
    .join('');

describe('rank', () => {
  it('puts the whole term before its words, and more words before fewer', () => {
    const places = [place('a', '贷款增加'), place('b', '贷款用于纾困，另有贴息'), place('c', '追加纾困贷款贴息')];
    expect(order(places, query('纾困贷款贴息'))).toBe('cba');
  });

  it('puts a statement before a heading and a definition of the same words', () => {
    const places = [
      place('a', '公务接待费：反映公务接待开支', { category: '名词解释' }),
      place('b', '公务接待费', { kind: 'heading' }),
      place('c', '公务接待费支出0.59万元'),
    ];
    expect(order(places, query('公务接待费'))[0]).toBe('c');
  });

  it('puts what states a figure before what does not', () => {
    expect(order([place('a', '培训费支出情况'), place('b', '培训费支出3.20万元')], query('培训费'))).toBe('ba');
  });

  it('puts what is of just the subject named before what stands beneath it', () => {
    const beneath = place('a', '卫生健康支出（类）公共卫生（款）4315.60万元', { code: '21004' });
    const own = place('b', '卫生健康支出（类）支出13909.79万元，占91.6%', { code: '210' });
    expect(order([beneath, own], { terms: [termOf('卫生健康支出', ['210'])], favours: [] })).toBe('ba');
  });

  it('puts what stands under a heading that names the term before what says as much elsewhere', () => {
    const text = '政府采购支出总额214.36万元';
    expect(order([place('a', text), place('b', text, { path: foldString('四、政府采购支出情况') })], query('政府采购支出'))).toBe('ba');
  });

  it('puts what is only named among others behind what something is said of', () => {
    const listed = place('a', '公用经费200.42万元，用于办公费、水电费、公务用车购置、福利费等支出');
    expect(order([listed, place('b', '全年公务用车购置及更新支出情况：共支出9.98万元，按报废程序购置')], query('公务用车购置'))).toBe('ba');
    expect(order([place('a', '公务用车购置一辆'), place('b', '一、公务用车购置、更新9.98万元')], query('公务用车购置'))).toBe('ba');
  });

  it('finds near forms by their pairs of characters, however they are cut into words', () => {
    const places = [place('a', '公务用车司机服务费5万元'), place('b', '公务用车购置及运行费5万元')];
    expect(order(places, query('公务用车购置费'))).toBe('ba');
  });

  it('puts what the reports of a named department say of the matter before what others say of it, and before what they say of other things', () => {
    const favours = [{ by: 'department', reports: new Set(['own']), reason: '所说部门的报告' }] as const;
    const places = [
      place('a', '公务用车3万元'),
      place('b', '公务用车3万元', { report: 'own' }),
      place('c', '资料印刷3万元', { report: 'own' }),
    ];
    const ranked = rank(places, { ...query('公务用车'), favours });
    expect(ranked.map(({ id }) => id).join('')).toBe('bac');
    expect(ranked.at(-1)?.score).toBe(0);
  });

  it('knows a pasted sentence by its figures', () => {
    const places = [place('a', '全年工业增加值增速较快'), place('b', '企业利润增速4.6%')];
    expect(order(places, query('工业增加值', '增速4.6%'))[0]).toBe('b');
  });

  it('keeps the given order of those alike, and says what each score is made of', () => {
    const places = ['a', 'b', 'c'].map((id) => place(id, '培训费3万元'));
    const ranked = rank(places, query('培训费'));
    expect(ranked.map(({ id }) => id).join('')).toBe('abc');
    for (const { score, parts } of ranked) expect(parts().reduce((sum, part) => sum + part.score, 0)).toBeCloseTo(score, 10);
  });

  it('ranks on thousands of terms in time', () => {
    const places = Array.from({ length: 1_000 }, (_, n) => place(String(n), `培训费${n}万元，${'支出决算'.repeat(50)}`));
    const asked = query(...Array.from({ length: 2_000 }, (_, n) => `项目${n}支出`));
    const began = performance.now();
    expect(rank(places, asked).length).toBe(1_000);
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('says which clause of a sentence is meant by a reason, by its beginning', () => {
    const [first] = rank([place('a', '追加纾困贷款贴息一百三十五笔')], query('追加纾困贷款贴息', '追加纾困贷款贴息一百三十五笔共十家'));
    const reasons = first?.parts().map(({ reason }) => reason) ?? [];
    expect(reasons).toContain('与“追加纾困贷款贴息”字面相近 100%');
    expect(reasons).toContain('与“追加纾困贷款贴息一百三十五笔共十…”字面相近 81%');
  });
});
