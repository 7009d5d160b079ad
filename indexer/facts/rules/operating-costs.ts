import { figureMentions } from '../figure-mentions.ts';
import type { ProseRule } from '../rule.ts';
import { speaksOf } from '../sections.ts';

/** 机关运行经费 and the fees told beside it: 机关运行经费支出 3 万元，比年初预算数减少 1 万元，降低 25%. */
export const operatingCosts: ProseRule = {
  name: 'operating-costs',
  from: 'figure',
  looksIn: (prose) => speaksOf(prose, '机关运行经费', '“三公”经费'),
  mentions: (prose) => figureMentions(prose, '运行'),
};
