import { figureMentions } from '../figure-mentions.ts';
import type { Prose } from '../prose.ts';
import type { Mention, ProseRule } from '../rule.ts';
import { accountSections, speaksOf } from '../sections.ts';

/** Year-on-year sentences and parts of income and expenditure: 收、支总计均为 3 万元，与上年相比增加 1 万元，增长 50%；基本支出 2 万元，占 66.7%. */
export const totals: ProseRule = {
  name: 'totals',
  from: 'figure',
  looksIn: (prose) => speaksOf(prose, ...accountSections),
  mentions: (prose) => figureMentions(prose, '收支').filter((mention) => !isPartOfFiscal(prose, mention)),
};

// 财政拨款 | 收支总决算数: a total of the budget's money by a name that is not known is no total of all
const FISCAL = /财政拨款$/;
const ofAll: ReadonlySet<string | null> = new Set(['total-income', 'total-expenditure', 'income', 'expenditure']);

const isPartOfFiscal = ({ folded }: Prose, { at, items }: Mention): boolean =>
  FISCAL.test(folded.slice(Math.max(0, at - 4), at)) && items.every(({ figure }) => ofAll.has(figure));
