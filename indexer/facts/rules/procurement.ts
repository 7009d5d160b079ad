import { figureMentions } from '../figure-mentions.ts';
import { fundSaid } from '../fund.ts';
import { segmentBefore } from '../period.ts';
import type { ProseRule } from '../rule.ts';
import { speaksOf } from '../sections.ts';

/** 政府采购 with its parts and the share of small firms: 政府采购支出总额 3 万元，其中：政府采购货物支出 1 万元；授予中小企业合同金额 2 万元，占 66.7%. */
export const procurement: ProseRule = {
  name: 'procurement',
  from: 'figure',
  looksIn: (prose) => speaksOf(prose, '政府采购'),
  mentions: (prose) =>
    figureMentions(prose, '采购').map((mention) => {
      const fund = fundSaid(segmentBefore(prose.folded, mention.at));
      return fund === null ? mention : { ...mention, items: mention.items.map((item) => ({ ...item, fund })) };
    }),
};
