import { figureMentions } from '../figure-mentions.ts';
import type { ProseRule } from '../rule.ts';
import { speaksOf } from '../sections.ts';

/** “三公”经费 with its parts and counts: 公务接待费支出决算为 3 万元，完成预算的 50%；接待国内来访团组 4 个，49 人次. */
export const threePublic: ProseRule = {
  name: 'three-public',
  from: 'figure',
  looksIn: (prose) => speaksOf(prose, '“三公”经费'),
  mentions: (prose) => figureMentions(prose, '三公'),
};
