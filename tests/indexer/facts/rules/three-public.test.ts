import { describe } from 'vitest';
import { threePublic } from '../../../../indexer/facts/rules/three-public.ts';
import { readsAs } from '../passage.ts';

const section = { category: '“三公”经费' } as const;

describe('“三公”经费', () => {
  readsAs(
    threePublic,
    'reads budget, outturn and rate',
    '2023年度“三公”经费财政拨款支出全年预算为 4.50 万元，支出决算为 3.96 万元，完成全年预算的 88%。',
    section,
    ['“三公”经费合计 全年预算 2023 4.50万元 支出', '“三公”经费合计 决算 2023 3.96万元 支出', '“三公”经费合计 完成率 2023 88% 支出'],
  );
  readsAs(
    threePublic,
    'reads cars, their number and what they cost',
    '2.公务用车购置及运行费 3.00 万元，决算数较上年减少 0.50 万元，下降 14.29%。其中：公务用车购置费 0 万元，本年度购置（更新）公务用车 0 辆；公务用车运行费 3.00 万元，公务用车保有量 2 辆。',
    section,
    [
      '公务用车购置及运行费 决算 2023 3.00万元 支出',
      '公务用车购置及运行费 同比增减额 2023 -0.50万元 支出',
      '公务用车购置及运行费 同比增减率 2023 -14.29% 支出',
      '公务用车购置费 决算 2023 0万元 支出',
      '公务用车购置数 数量 2023 0辆',
      '公务用车运行费 决算 2023 3.00万元 支出',
      '公务用车保有量 数量 2023 2辆',
    ],
  );
  readsAs(
    threePublic,
    'reads groups and the persons behind them',
    '国内公务接待支出 0.40 万元。全年共接待国内来访团组 3 个，27 人次（不含陪同）。',
    section,
    ['国内公务接待支出 决算 2023 0.40万元 支出', '国内来访团组数 数量 2023 3个', '国内来访人次 数量 2023 27人次'],
  );
  readsAs(threePublic, 'reads the budget in front of its rate', '公务接待费支出决算为0.20万元，完成预算0.50万元的40%。', section, [
    '公务接待费 决算 2023 0.20万元 支出',
    '公务接待费 预算数 2023 0.50万元 支出',
    '公务接待费 完成率 2023 40% 支出',
  ]);
  readsAs(
    threePublic,
    'is not read inside the reasons of something else',
    '主要原因是：办公费减少1.00万元、公务接待费0.30万元。',
    section,
    [],
  );
});
