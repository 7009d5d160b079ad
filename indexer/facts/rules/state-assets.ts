import { figureMentions } from '../figure-mentions.ts';
import type { Mention, ProseRule } from '../rule.ts';
import { speaksOf } from '../sections.ts';

// 安排购置车辆 / 处置车辆: what follows is bought or sold, not held
const NOT_HELD = /购置|处置|报废|更新/;

/** 国有资产: vehicles by kind and equipment held. 共有车辆 3 辆，其中机要通信用车 1 辆；单价 100 万元以上专用设备 0 台（套）. */
export const stateAssets: ProseRule = {
  name: 'state-assets',
  from: 'figure',
  looksIn: (prose) => speaksOf(prose, '国有资产'),
  mentions: (prose) => figureMentions(prose, '资产').filter((mention) => isHeld(prose.folded, mention)),
};

function isHeld(folded: string, { at }: Mention): boolean {
  const sentence = folded.slice(folded.lastIndexOf('。', at) + 1, at);
  return !NOT_HELD.test(sentence);
}
