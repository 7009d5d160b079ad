import { projectOfTitles, projectsNamed } from '../project-names.ts';
import type { Prose } from '../prose.ts';
import { type Item, type Mention, type ProseRule, plainItem } from '../rule.ts';
import { speaksOf } from '../sections.ts';

/** Reviews of projects: 某某补助项目绩效自评综述：项目全年预算数为 3 万元，执行数为 2 万元，完成预算 66.7%. */
export const projectReviews: ProseRule = {
  name: 'project-reviews',
  from: 'project',
  looksIn: (prose) => speaksOf(prose, '预算绩效', '附件绩效'),
  mentions: (prose) => {
    const named = projectsNamed(prose).map(({ name, at, end }) => mentionOf(prose, name, at, end));
    const titled = projectOfTitles(prose.document.path);
    return titled === null ? named : [mentionOf(prose, titled, 0, 0), ...named];
  },
};

const itemOf = ({ fund }: Prose, item: string): Item => ({ ...plainItem, item, fund, side: '支出' });

const mentionOf = (prose: Prose, name: string, at: number, end: number): Mention => ({
  at,
  end,
  items: [itemOf(prose, name)],
  reach: 'clause',
  inReason: false,
});
