import { figureMentions } from '../figure-mentions.ts';
import type { ProseRule } from '../rule.ts';
import { accountSections, speaksOf } from '../sections.ts';

/** Year-on-year sentences and parts of income and expenditure: 收、支总计均为 3 万元，与上年相比增加 1 万元，增长 50%；基本支出 2 万元，占 66.7%. */
export const totals: ProseRule = {
  name: 'totals',
  from: 'figure',
  looksIn: (prose) => speaksOf(prose, ...accountSections),
  mentions: (prose) => figureMentions(prose, '收支'),
};
