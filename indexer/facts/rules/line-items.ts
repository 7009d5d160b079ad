import type { ProseRule } from '../rule.ts';
import { accountSections, speaksOf } from '../sections.ts';
import { codedMentions, itemOfPath, markedPaths, mentionOf } from '../subject-mentions.ts';

/** Items of expenditure: 科学技术支出（类）基础研究（款）…（项）。年初预算为 3 万元，支出决算为 2 万元，完成年初预算的 66.7%；行政运行（2010601）3 万元，较上年增加 1 万元. */
export const lineItems: ProseRule = {
  name: 'line-items',
  from: 'line-item',
  looksIn: (prose) => speaksOf(prose, ...accountSections),
  mentions: (prose) => {
    const marked = markedPaths(prose)
      .filter((path) => path.at(-1)?.level !== '类')
      .map((path) => mentionOf(itemOfPath(prose, path), path[0]?.at ?? 0, path.at(-1)?.end ?? 0));
    return [...marked, ...codedMentions(prose)].sort((a, b) => a.at - b.at);
  },
};
