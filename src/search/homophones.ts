import { pinyin } from 'pinyin-pro';
import { foldString } from '../text/normal-form.ts';
import { generalDictionary } from '../text/segment.ts';

/** Characters that are taken for each other by their shape. */
const lookAlikes: readonly string[] = (
  '己已巳 末未 人入 土士 日曰 帐账 戴带 侯候 拔拨 概慨 辩辨辫 竞竟 析折拆 贷货 徒徙 壁璧 刺剌 亨享 卷券 拣捡 粱梁 蓝篮 冶治 洽治 晴睛 购构 崇祟 科料 ' +
  '募幕慕墓 即既 准淮 情清请 密蜜 棵颗 融触'
).split(' ');

// 决
const HAN = /^\p{Script=Han}$/u;
/** Characters of jieba's list that are met less often hardly stand in a report. */
const LEAST_FREQUENCY = 5;

let bySound: ReadonlyMap<string, string> | null = null;

/** Other characters that a typed one may stand for: those of equal sound without tone, and of like shape. Made at first use, which takes about 0.3 s. */
export function mistakableFor(character: string): string[] {
  if (!HAN.test(character)) return [];
  bySound ??= indexSounds();
  const sounds = soundsOf(character).map((sound) => bySound?.get(sound) ?? '');
  const shapes = lookAlikes.filter((set) => set.includes(character));
  return [...new Set([...shapes.join(''), ...sounds.join('')])].filter((other) => other !== character);
}

const soundsOf = (character: string): string[] => pinyin(character, { toneType: 'none', multiple: true, type: 'array' });

/** Sound to the characters of the general dictionary that have it, in normal form. */
function indexSounds(): Map<string, string> {
  const index = new Map<string, string>();
  for (const line of new TextDecoder().decode(generalDictionary).split('\n')) {
    const [character = '', frequency = '0'] = line.split(' ', 2);
    if (!HAN.test(character) || Number.parseInt(frequency, 10) <= LEAST_FREQUENCY || foldString(character) !== character) continue;
    for (const sound of soundsOf(character)) index.set(sound, (index.get(sound) ?? '') + character);
  }
  return index;
}
