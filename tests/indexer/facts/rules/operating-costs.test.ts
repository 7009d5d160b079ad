import { describe } from 'vitest';
import { operatingCosts } from '../../../../indexer/facts/rules/operating-costs.ts';
import { readsAs } from '../passage.ts';

const section = { category: '机关运行经费' } as const;

describe('机关运行经费', () => {
  readsAs(
    operatingCosts,
    'is compared with the budget',
    '本部门2023年度机关运行经费支出 18.60 万元，比年初预算数减少 1.40 万元，降低 7%。',
    section,
    ['机关运行经费 决算 2023 18.60万元 支出', '机关运行经费 比预算增减额 2023 -1.40万元 支出', '机关运行经费 比预算增减率 2023 -7% 支出'],
  );
  readsAs(
    operatingCosts,
    'is compared with last year',
    '2026年机关运行经费安排9.36万元，比上年增加0.36万元，增长4%。',
    { ...section, kind: '预算', year: 2026 },
    ['机关运行经费 预算数 2026 9.36万元 支出', '机关运行经费 同比增减额 2026 0.36万元 支出', '机关运行经费 同比增减率 2026 4% 支出'],
  );
  readsAs(operatingCosts, 'is silent where nothing is compared', '机关运行经费增长4%。', section, []);
});
