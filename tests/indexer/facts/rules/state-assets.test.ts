import { describe } from 'vitest';
import { stateAssets } from '../../../../indexer/facts/rules/state-assets.ts';
import { readsAs } from '../passage.ts';

const section = { category: '国有资产', kind: '预算', year: 2026 } as const;

describe('国有资产', () => {
  readsAs(
    stateAssets,
    'counts what is held on the day, not what is to be bought',
    '截至2025年12月31日，本部门共有车辆3辆，其中：机要通信用车1辆、其他用车2辆；单价100万元（含）以上设备（不含车辆）1台（套）。2026年安排购置车辆1辆，其中机要通信用车1辆。',
    section,
    ['车辆数 数量 2025 3辆', '机要通信用车 数量 2025 1辆', '其他用车 数量 2025 2辆', '单价100万元以上设备 数量 2025 1台（套）'],
  );
  readsAs(stateAssets, 'does not take vehicles of one kind for all', '保有执法车辆2辆。', section, []);
});
