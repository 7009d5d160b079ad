import { isMoneyUnit } from './money.ts';

/**
 * What counts and measures in these reports, in normal form, with the characters that must not follow because they make another word
 * (5人员 is no count of 人). Longer ones are tried first.
 */
const counters: readonly (readonly [unit: string, notBefore: string])[] = [
  ['%', ''],
  ['‰', ''],
  ['个百分点', ''],
  ['百分点', ''],
  ['人次', ''],
  ['人天', ''],
  ['人日', ''],
  ['人', '均大民员才事社防口力身文武行'],
  ['名', '称词单录额义下为目誉优'],
  ['辆次', ''],
  ['辆', ''],
  ['台/套', ''],
  ['台(套)', ''],
  ['台套', ''],
  ['台', '账帐风湾式阶'],
  ['套', '餐用取房型'],
  ['批次', ''],
  ['批', '准复示发评量'],
  ['车次', ''],
  ['班次', ''],
  ['场次', ''],
  ['场', '所地馆景外均'],
  ['件次', ''],
  ['件', '均'],
  ['户次', ''],
  ['户', '籍外口型均主'],
  ['家次', ''],
  ['家', '庭长园属具电居禽畜政'],
  ['次', '月年日要序'],
  ['个月', ''],
  ['个', '人别性体税'],
  ['项', '目下'],
  ['平方公里', ''],
  ['平方千米', ''],
  ['平方米', ''],
  ['平米', ''],
  ['m2', ''],
  ['立方米', ''],
  ['m3', ''],
  ['方', '案面法式便向针'],
  ['公里', ''],
  ['千米', ''],
  ['km', ''],
  ['公顷', ''],
  ['亩', ''],
  ['米', ''],
  ['吨', ''],
  ['公斤', ''],
  ['千克', ''],
  ['千瓦时', ''],
  ['份', '额'],
  ['篇', ''],
  ['字', '段'],
  ['册', ''],
  ['条', '例款件'],
  ['只', '有是能要'],
  ['头', '部'],
  ['株', ''],
  ['棵', ''],
  ['座', '谈位机'],
  ['栋', ''],
  ['间', '接隔断'],
  ['处', '理置于罚级长'],
  ['所', '有需属以得在'],
  ['支', '出付持撑援行取配'],
  ['起', '草来点始于诉步'],
  ['例', '如行外会'],
  ['倍', ''],
  ['分', '钟之别类局管公析解布配项享级期批散工组成支会制'],
  ['分钟', ''],
  ['小时', ''],
  ['天', '然气津河门'],
];

/** Kept as units, never turned into 元. */
const currencies = ['美元', '欧元', '港元', '港币', '澳门元', '日元', '英镑', '澳元', '加元', '韩元', '瑞士法郎', '卢布', '新加坡元'];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const byLength = (a: readonly [string, string], b: readonly [string, string]): number => b[0].length - a[0].length;
const counted = [...counters]
  .sort(byLength)
  .map(([unit, notBefore]) => escaped(unit) + (notBefore === '' ? '' : `(?![${notBefore}])`))
  .join('|');

const TENS = '(?:万亿|千万|百万|十万|亿|万|千|百)';
// 万元 / 万余元 / 余万元 / 元, but not 元旦
const YUAN = `[余多]?${TENS}[余多]?元|[余多]?元(?![旦宵素年月件])`;
// 万 / 亿 where no counter and no letter follows
const BARE = '[余多]?(?:万亿|千万|百万|亿|万)(?![余多a-z])';
const UNIT = new RegExp(`[余多]?${TENS}?(?:${currencies.join('|')})|${YUAN}|[余多]?${TENS}?[余多]?(?:${counted})|${BARE}`, 'y');
const ABOUT = /[余多]/;
/** Units that are written in several ways have one name. */
const names: readonly (readonly [written: RegExp, name: string])[] = [
  [/台(?:\(套\)|\/套|套)$/, '台（套）'],
  [/(?:m2|平米)$/, '平方米'],
  [/m3$/, '立方米'],
  [/km$/, '公里'],
  [/^百分点$/, '个百分点'],
];

export interface Unit {
  /** Without 余 and 多: 万元, 亿美元, %, 人次, 万平方米. */
  readonly name: string;
  readonly isMoney: boolean;
  /** Where it ends in the folded text. */
  readonly end: number;
}

const firstCharacters: ReadonlySet<string> = new Set([
  ...'余多万千百十亿元',
  ...[...currencies, ...counters.map(([unit]) => unit)].flatMap((unit) => unit[0] ?? []),
]);

/** Can a unit begin with this character of a text in normal form? */
export const mayBeginUnit = (character: string): boolean => firstCharacters.has(character);

/** The unit that stands at an offset of a text in normal form, or null. */
export function unitAt(folded: string, at: number): Unit | null {
  UNIT.lastIndex = at;
  const printed = UNIT.exec(folded)?.[0];
  if (printed === undefined) return null;
  const name = names.reduce((form, [written, known]) => form.replace(written, known), printed.replace(ABOUT, ''));
  return { name, isMoney: isMoneyUnit(name), end: at + printed.length };
}
