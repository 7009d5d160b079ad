import { figureMentions } from '../figure-mentions.ts';
import type { Prose } from '../prose.ts';
import type { Mention, ProseRule } from '../rule.ts';
import { speaksOf } from '../sections.ts';

// 安排购置车辆 / 处置车辆: what follows is bought or sold, not held
const NOT_HELD = /购置|处置|报废|更新/;

/** 国有资产: vehicles by kind and equipment held. 共有车辆 3 辆，其中机要通信用车 1 辆；单价 100 万元以上专用设备 0 台（套）. */
export const stateAssets: ProseRule = {
  name: 'state-assets',
  from: 'figure',
  looksIn: (prose) => speaksOf(prose, '国有资产'),
  mentions: (prose) =>
    figureMentions(prose, '资产')
      .filter((mention) => isHeld(prose.folded, mention))
      .map((mention) => ({ ...mention, year: yearAsOf(prose, mention.at) })),
};

// 截至2025年8月31日 / 2023年末 / 截至上年底
const AS_OF = /(?:截至|截止)(?:到)?(?:(20\d\d)年|上年)|(20\d\d)年(?:末|底)/g;

/** The day that the passage counts on. */
function yearAsOf({ folded, frame }: Prose, at: number): number | null {
  const last = [...folded.slice(0, at).matchAll(AS_OF)].at(-1);
  if (last === undefined) return null;
  const named = last[1] ?? last[2];
  return named === undefined ? (frame.year === null ? null : frame.year - 1) : Number.parseInt(named, 10);
}

function isHeld(folded: string, { at }: Mention): boolean {
  const sentence = folded.slice(folded.lastIndexOf('。', at) + 1, at);
  return !NOT_HELD.test(sentence);
}
