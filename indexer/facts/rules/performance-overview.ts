import { figureById } from '../../../src/figures/lookup.ts';
import { figureMentions, itemOf } from '../figure-mentions.ts';
import { fundSaid } from '../fund.ts';
import { segmentBefore } from '../period.ts';
import type { Prose } from '../prose.ts';
import type { Mention, ProseRule } from '../rule.ts';
import { speaksOf } from '../sections.ts';

// ,资金 | 3 万元;   ,共涉及资金;   ,涉及预算金额
const FUNDS = /(?<=[,;。]|^)(?:共|共计)?(?:涉及)?(?:项目)?(?:预算)?(?:资金|金额)/g;
// 开展绩效自评;   组织对 1 个部门开展整体支出绩效自评 is about a department, not its projects
const REVIEW = /自评/;
const WHOLE = /整体/;

/** How much was reviewed, and the performance of the department as a whole: 共涉及项目 3 个，资金 5 万元，占项目支出总额的 91%；部门整体支出预算数为 9 万元，执行率为 98%. */
export const performanceOverview: ProseRule = {
  name: 'performance-overview',
  from: 'figure',
  looksIn: (prose) => speaksOf(prose, '预算绩效', '附件绩效'),
  mentions: (prose) => {
    const named = figureMentions(prose, '绩效').filter(
      (mention) => mention.items[0]?.figure !== 'review-projects' || isReviewed(prose, mention.at),
    );
    return [...named, ...reviewFunds(prose)].sort((a, b) => a.at - b.at);
  },
};

function reviewFunds(prose: Prose): Mention[] {
  const figure = figureById('review-funds');
  if (figure === null) return [];
  return [...prose.folded.matchAll(FUNDS)].flatMap((found) => {
    if (!isReviewed(prose, found.index)) return [];
    const named = itemOf(figure, fundSaid(segmentBefore(prose.folded, found.index)) ?? prose.fund);
    const item = found[0].includes('预算') ? { ...named, measure: '预算数' as const } : named;
    return [{ at: found.index, end: found.index + found[0].length, items: [item], reach: 'chain' as const, inReason: false }];
  });
}

const isReviewed = (prose: Prose, at: number): boolean => {
  const segment = segmentBefore(prose.folded, at);
  return REVIEW.test(segment) && !WHOLE.test(segment);
};
