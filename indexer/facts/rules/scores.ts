import { figureById } from '../../../src/figures/lookup.ts';
import { itemOf } from '../figure-mentions.ts';
import { projectOfTitles, projectsNamed } from '../project-names.ts';
import type { Prose } from '../prose.ts';
import { type Item, type ProseRule, plainItem } from '../rule.ts';
import { speaksOf } from '../sections.ts';

// 总分: / 综合评分 / 绩效自评分数 / 自评得分: / 项目评价总分, but not 绩效目标评价得分, which is a part
const SCORE = /(?<!目标|指标|平均)(?:(?<=^|[,;。])总分|综合评分|综合得分|(?:绩效)?自评(?:得分|分数|总分|评分)|评价(?:得分|总分))/g;
const WHOLE = /整体/;

/** Overall scores of a project or of the department as a whole: 单位自评得分为 99.6 分. Whose score it is, a name in the passage or the titles above it must say. */
export const scores: ProseRule = {
  name: 'scores',
  from: 'project',
  looksIn: (prose) => speaksOf(prose, '预算绩效', '附件绩效'),
  mentions: (prose) =>
    [...prose.folded.matchAll(SCORE)].flatMap((found) => {
      const item = itemAt(prose, found.index);
      if (item === null) return [];
      return [{ at: found.index, end: found.index + found[0].length, items: [item], reach: 'chain' as const, inReason: false }];
    }),
};

function itemAt(prose: Prose, at: number): Item | null {
  const titles = [...prose.document.path, ...(prose.document.table === null ? [] : [prose.document.table])];
  const named = projectsNamed(prose).findLast((project) => project.at <= at)?.name ?? projectOfTitles(titles);
  if (named !== null && named !== undefined) return { ...plainItem, item: named, takes: 'score', units: ['分'], measure: '得分' };
  const whole = figureById('overall-score');
  return whole !== null && (WHOLE.test(prose.folded.slice(0, at)) || titles.some((title) => WHOLE.test(title)))
    ? itemOf(whole, null)
    : null;
}
