import { figureById } from '../../../src/figures/lookup.ts';
import { itemOf } from '../figure-mentions.ts';
import { projectOfTitles, projectsNamed } from '../project-names.ts';
import type { Prose } from '../prose.ts';
import { type Item, type Mention, type ProseRule, plainItem } from '../rule.ts';
import { speaksOf } from '../sections.ts';

// 部门整体支出绩效自评综述:
const WHOLE = /(?<=^|[。;:)\d.、])(?:部门|单位)?整体(?:支出)?(?:绩效)?自评综述:?/g;

/** Reviews of projects, or of the department as a whole: 某某补助项目绩效自评综述：项目全年预算数为 3 万元，执行数为 2 万元，完成预算 66.7%. */
export const projectReviews: ProseRule = {
  name: 'project-reviews',
  from: 'project',
  looksIn: (prose) => speaksOf(prose, '预算绩效', '附件绩效'),
  mentions: (prose) => {
    const named = projectsNamed(prose).map(({ name, at, end }) => mentionOf(prose, name, at, end));
    const titled = projectOfTitles(prose.document.path);
    const all = [...(titled === null ? [] : [mentionOf(prose, titled, 0, 0)]), ...named, ...wholeReviews(prose)];
    return all.sort((a, b) => a.at - b.at);
  },
};

function wholeReviews(prose: Prose): Mention[] {
  const figure = figureById('overall');
  if (figure === null || !prose.folded.includes('整体')) return [];
  return [...prose.folded.matchAll(WHOLE)].map(({ 0: words, index }) => reviewOf(itemOf(figure, prose.fund), index, index + words.length));
}

const mentionOf = ({ fund }: Prose, item: string, at: number, end: number): Mention =>
  reviewOf({ ...plainItem, item, fund, side: '支出' }, at, end);

const reviewOf = (item: Item, at: number, end: number): Mention => ({ at, end, items: [item], reach: 'clause', inReason: false });
