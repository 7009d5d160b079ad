import { describe } from 'vitest';
import { structureItems } from '../../../../indexer/facts/rules/structure-items.ts';
import { readsAs } from '../passage.ts';

const general = { category: '一般公共预算支出', path: ['五、一般公共预算财政拨款支出决算情况说明'] } as const;

describe('structure items', () => {
  readsAs(
    structureItems,
    'read a class with its share',
    '2.科学技术（类）支出 72.50 万元，占 35.66%。主要是用于补助资金 60 万元。',
    general,
    ['科学技术支出 决算 2023 72.50万元 206 一般公共预算 支出', '科学技术支出 占比 2023 35.66% 206 一般公共预算 支出'],
  );
  readsAs(
    structureItems,
    'read several classes of one sentence',
    '主要用于以下方面：教育支出（类）3万元，占30%；卫生健康支出（类）7万元，占70%。',
    general,
    [
      '教育支出 决算 2023 3万元 205 一般公共预算 支出',
      '教育支出 占比 2023 30% 205 一般公共预算 支出',
      '卫生健康支出 决算 2023 7万元 210 一般公共预算 支出',
      '卫生健康支出 占比 2023 70% 210 一般公共预算 支出',
    ],
  );
  readsAs(
    structureItems,
    'read a class by its name alone behind the number of an item',
    ['4.住房保障支出6.00万元，占4.54%。', '(5)教育支出9.30万元，占7.03%。'],
    general,
    [
      '住房保障支出 决算 2023 6.00万元 221 一般公共预算 支出',
      '住房保障支出 占比 2023 4.54% 221 一般公共预算 支出',
      '教育支出 决算 2023 9.30万元 205 一般公共预算 支出',
      '教育支出 占比 2023 7.03% 205 一般公共预算 支出',
    ],
  );
  readsAs(
    structureItems,
    'read classes by name alone; a sentence behind the list speaks of the sum',
    '包括教育支出9.30万元，住房保障支出6.00万元。比2022年增加2.00万元。',
    { category: '支出' },
    ['教育支出 决算 2023 9.30万元 205 支出', '住房保障支出 决算 2023 6.00万元 221 支出'],
  );
});
