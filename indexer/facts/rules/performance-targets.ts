import { figureById } from '../../../src/figures/lookup.ts';
import { itemOf } from '../figure-mentions.ts';
import { segmentBefore } from '../period.ts';
import type { Prose } from '../prose.ts';
import type { Mention, ProseRule } from '../rule.ts';
import { speaksOf } from '../sections.ts';

// 编报绩效目标的项目共 | 3 个;   设置绩效目标的2024年度项目
const PROJECTS = /(?:编报|设置|设定|实施)绩效目标(?:管理)?的(?:20\d\d年度?)?项目(?:共计|共)?/g;
// ,涉及项目预算资金 | 5 万元
const FUNDS = /(?<=[,;。]|^)(?:共|共计)?涉及(?:项目)?(?:预算)?(?:资金|金额)/g;
const TARGETS = /绩效目标/;
const REVIEW = /自评|跟踪/;

/** What a budget sets targets for: 编报绩效目标的项目共 3 个，涉及项目预算资金 5 万元. */
export const performanceTargets: ProseRule = {
  name: 'performance-targets',
  from: 'figure',
  looksIn: (prose) => speaksOf(prose, '预算绩效'),
  mentions: (prose) => {
    const funds = [...prose.folded.matchAll(FUNDS)].filter((found) => setsTargets(segmentBefore(prose.folded, found.index)));
    return [
      ...mentionsOf(prose, 'target-projects', [...prose.folded.matchAll(PROJECTS)]),
      ...mentionsOf(prose, 'target-funds', funds),
    ].sort((a, b) => a.at - b.at);
  },
};

const setsTargets = (segment: string): boolean => TARGETS.test(segment) && !REVIEW.test(segment);

function mentionsOf(prose: Prose, id: string, found: readonly RegExpExecArray[]): Mention[] {
  const figure = figureById(id);
  if (figure === null) return [];
  return found.map((one) => ({
    at: one.index,
    end: one.index + one[0].length,
    items: [itemOf(figure, prose.fund)],
    reach: 'chain',
    inReason: false,
  }));
}
