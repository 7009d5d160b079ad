import { describe } from 'vitest';
import { performanceOverview } from '../../../../indexer/facts/rules/performance-overview.ts';
import { readsAs } from '../passage.ts';

const section = { category: '预算绩效' } as const;

describe('the overview of performance', () => {
  readsAs(
    performanceOverview,
    'counts projects and their money',
    '本部门对2023年度一般公共预算项目支出全面开展绩效自评，共涉及项目 4 个，资金 80.00 万元，占一般公共预算项目支出总额的 91%。',
    section,
    ['绩效自评项目数 数量 2023 4个', '绩效自评资金 金额 2023 80.00万元 一般公共预算', '绩效自评资金 占比 2023 91% 一般公共预算'],
  );
  readsAs(
    performanceOverview,
    'reads the department as a whole',
    '部门整体支出年初预算金额为 60.00 万元，预算调整后为 66.00 万元，实际执行金额为 65.00 万元，预算执行率为 98.48%。',
    section,
    [
      '部门整体支出 年初预算 2023 60.00万元 支出',
      '部门整体支出 全年预算 2023 66.00万元 支出',
      '部门整体支出 决算 2023 65.00万元 支出',
      '部门整体支出 完成率 2023 98.48% 支出',
    ],
  );
});
