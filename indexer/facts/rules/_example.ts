import type { ProseRule } from '../rule.ts';
import { plainItem } from '../rule.ts';
import { speaksOf } from '../sections.ts';

/**
 * The living template of a rule: copy it, name it after the kind of fact, add it to the list in ../rules.ts and a test beside its siblings.
 * It knows one name, 工会经费, in sections about basic expenditure: 工会经费 3 万元，比上年增加 1 万元. It is compiled and tested, and not in the list.
 */

// 其中:工会经费支出3万元 (in normal form)
const UNION_FEES = /工会经费/g;

export const exampleRule: ProseRule = {
  name: 'example',
  from: 'figure',
  looksIn: (prose) => speaksOf(prose, '基本支出', '机关运行经费'),
  mentions: (prose) =>
    [...prose.folded.matchAll(UNION_FEES)].map((found) => ({
      at: found.index,
      end: found.index + found[0].length,
      items: [{ ...plainItem, item: '工会经费', side: '支出', fund: prose.fund }],
      reach: 'chain',
      inReason: false,
    })),
};
