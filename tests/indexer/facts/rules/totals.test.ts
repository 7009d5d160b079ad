import { describe, expect, it } from 'vitest';
import { totals } from '../../../../indexer/facts/rules/totals.ts';
import { factsIn, readsAs } from '../passage.ts';

const whole = { category: '收支总体' } as const;

describe('totals', () => {
  readsAs(
    totals,
    'read both sides of one figure and their change',
    '2023 年度收、支总计均为 90.00 万元。与 2022 年度相比，收、支总计各减少 10.00 万元，下降 10%，主要原因是2023年度基本支出减少 2.00 万元；项目支出减少 8.00 万元。',
    whole,
    [
      '收入总计 决算 2023 90.00万元 收入',
      '支出总计 决算 2023 90.00万元 支出',
      '收入总计 同比增减额 2023 -10.00万元 收入',
      '支出总计 同比增减额 2023 -10.00万元 支出',
      '收入总计 同比增减率 2023 -10% 收入',
      '支出总计 同比增减率 2023 -10% 支出',
      '基本支出 同比增减额 2023 -2.00万元 基本支出 支出',
      '项目支出 同比增减额 2023 -8.00万元 项目支出 支出',
    ],
  );
  readsAs(
    totals,
    'compare the name that opens an item behind its explanation, and no other',
    [
      '3.年初结转和结余 15.00 万元，为以前年度预算尚未完成、结转到本年使用的资金，比 2022 年度决算数减少 7.00 万元，降低 31.82%，主要原因是项目收尾。',
      '4.其他收入 8.00 万元，为财政拨款收入、事业收入之外取得的收入，比 2022 年度决算数增加 3.00 万元。',
    ],
    whole,
    [
      '年初结转和结余 决算 2023 15.00万元 收入',
      '年初结转和结余 同比增减额 2023 -7.00万元 收入',
      '年初结转和结余 同比增减率 2023 -31.82% 收入',
      '其他收入 决算 2023 8.00万元 收入',
    ],
  );
  readsAs(
    totals,
    'keep the money of the budget apart from all money, whatever its total is called',
    [
      '2023年度财政拨款收、支决算总计 9.00 万元。',
      '2023年度财政拨款收、支总量 8.00 万元。',
      '财政拨款收入总预算合计 7.00 万元，财政拨款收、支总计 6.00 万元。',
    ],
    { category: '财政拨款总体' },
    [
      '财政拨款收入总计 决算 2023 9.00万元 收入',
      '财政拨款支出总计 决算 2023 9.00万元 支出',
      '财政拨款收入总计 决算 2023 7.00万元 收入',
      '财政拨款收入总计 决算 2023 6.00万元 收入',
      '财政拨款支出总计 决算 2023 6.00万元 支出',
    ],
  );
  readsAs(
    totals,
    'read parts with their share',
    '其中：基本支出30.00万元，占本年支出33.3%；项目支出60.00万元，占本年支出66.7%。',
    { category: '支出' },
    [
      '基本支出 决算 2023 30.00万元 基本支出 支出',
      '基本支出 占比 2023 33.3% 基本支出 支出',
      '项目支出 决算 2023 60.00万元 项目支出 支出',
      '项目支出 占比 2023 66.7% 项目支出 支出',
    ],
  );
  readsAs(
    totals,
    'read what a comparison names as its base',
    '2026年一般公共预算支出为62万元，比2025年执行数60万元增加2万元，增长3.33%。',
    { category: '一般公共预算支出', kind: '预算', year: 2026 },
    [
      '一般公共预算财政拨款支出 预算数 2026 62万元 一般公共预算 支出',
      '一般公共预算财政拨款支出 决算 2025 60万元 一般公共预算 支出',
      '一般公共预算财政拨款支出 同比增减额 2026 2万元 一般公共预算 支出',
      '一般公共预算财政拨款支出 同比增减率 2026 3.33% 一般公共预算 支出',
    ],
  );
  readsAs(
    totals,
    'keep what another clause compares apart',
    '事业收入5.00万元，其他收入1.00万元；收入比上年增加3.00万元。',
    { category: '收入' },
    ['事业收入 决算 2023 5.00万元 收入', '其他收入 决算 2023 1.00万元 收入'],
  );
  it('name a change that was never decided', () => {
    const { drafts, issues } = factsIn(['基本支出比上年减少 2.00 万元，下降（增长）5%。'], { category: '支出' }, [totals]);
    expect(drafts.map(({ value }) => value)).toEqual(['-2.00']);
    expect(issues.map(({ kind }) => kind)).toEqual(['fact-undecided']);
  });
  it('say nothing of a report whose kind is unknown', () => {
    expect(factsIn(['基本支出30.00万元。'], { category: '支出', kind: null }, [totals]).drafts).toEqual([]);
  });
});
