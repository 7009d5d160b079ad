import { describe } from 'vitest';
import { exampleRule } from '../../../../indexer/facts/rules/_example.ts';
import { readsAs } from '../passage.ts';

describe('the template of a rule', () => {
  const setting = { category: '基本支出' } as const;
  readsAs(exampleRule, 'reads the fee and its change', '其中：工会经费支出 3.20 万元，比上年增加 0.40 万元。', setting, [
    '工会经费 决算 2023 3.20万元 支出',
    '工会经费 同比增减额 2023 0.40万元 支出',
  ]);
  readsAs(exampleRule, 'keeps silent elsewhere', '工会经费 3.20 万元。', { category: '重点工作' }, []);
});
