import { describe } from 'vitest';
import { performanceTargets } from '../../../../indexer/facts/rules/performance-targets.ts';
import { readsAs } from '../passage.ts';

const section = { category: '预算绩效', kind: '预算', year: 2026 } as const;

describe('performance targets', () => {
  readsAs(
    performanceTargets,
    'are counted with their money',
    '2026年度，本单位编报绩效目标的项目共 7 个，涉及项目预算资金 640.50 万元。',
    section,
    ['绩效目标项目数 数量 2026 7个', '绩效目标资金 预算数 2026 640.50万元'],
  );
  readsAs(performanceTargets, 'are no reviews', '开展绩效自评的项目 3 个，涉及资金 9 万元。', section, []);
});
