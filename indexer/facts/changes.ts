import type { Measure } from '../../src/model/amount.ts';

/** What a change is measured against. `year` null: the year before the figure's own. */
export interface Base {
  readonly kind: 'year' | 'budget';
  readonly year: number | null;
  /** The measure of the base figure, where the words name one (比上年预算 46.50 万元). */
  readonly measure: Measure | null;
}

export interface Change {
  readonly negative: boolean;
  /** null: these words name none, an earlier one holds. */
  readonly base: Base | null;
}

// 与2022年度决算数相比 / 比年初预算数 / 较上年 / 比2025年预算执行数 / 与上年对比
const BASE =
  '(?:与|比|较|同|对比)(?<year>20\\d\\d年度?|上年度?|上一年度?|上一度|去年)?的?(?<of>(?:年初|全年|当年|本年|调整后?)?(?:财政拨款)?(?:收入|支出)?(?:预算|决算)?(?:执行)?(?:收入|支出)?(?:数|额|金额)?(?:同期)?)(?:相比较?|对比|比较|相较)?';
// 公务接待费 | 支出比上年减少, but ;收入比上年增加 speaks of another income
const NOUNS = '(?:财政拨款|收入|支出|经费|费用|决算|预算|执行|总额|总量|总|金额|数|额){0,4}';
// ,支出决算数
const BEFORE = `^(?:${NOUNS}|[,。;:、()]{1,3}(?:20\\d\\d年度?)?(?:(?:收入|支出)?(?:决算|预算|执行)(?:数|额|金额|总额)?)?)`;
// 各增加 / 下降 / 增幅为
const WORD = '(?:各|共|均|分别|合计|同比)?(?<word>增加|增长|上升|提高|减少|下降|降低|变化|增幅|降幅)(?:额|率|幅度|了)?(?:为|达到|达|是)?';

// ,比2022年度决算数增加;   ,增长;   。较上年减少
const CHANGE = new RegExp(`${BEFORE}(?:${BASE})?,?${WORD}$`);
// ,比2023年预算 | 46.50 万元增加
const BASE_ALONE = new RegExp(`${BEFORE}${BASE}(?:的|为|:)?$`);
// 与2022年度相比,   (in front of a name)
const COMPARED = new RegExp(`${BASE.replace('(?:相比较?|对比|比较|相较)?', '(?:相比较?|对比|比较|相较)')},?`, 'g');
// 下降(增长)
export const UNDECIDED = /(?:增加|增长|减少|下降|降低)\((?:增加|增长|减少|下降|降低)\)/;

const DOWN = /减|下降|降/;

/** The change that the words before a figure say, or null. `own` is the year of the report. */
export function readChange(lead: string, own: number | null): Change | null {
  const groups = CHANGE.exec(lead)?.groups;
  if (groups === undefined) return null;
  return { negative: DOWN.test(groups.word ?? ''), base: baseOf(groups, own) };
}

/** What the words before a figure name as the base of a comparison, when the figure is the base itself. */
export function readBaseFigure(lead: string, own: number | null): Base | null {
  const groups = BASE_ALONE.exec(lead)?.groups;
  return groups === undefined ? null : baseOf(groups, own);
}

/** The last base that a sentence sets up for what follows: 与2022年度相比，…各增加. */
export function comparedBefore(sentence: string, own: number | null): Base | null {
  const groups = [...sentence.matchAll(COMPARED)].at(-1)?.groups;
  return groups === undefined ? null : baseOf(groups, own);
}

function baseOf({ year, of = '' }: Record<string, string>, own: number | null): Base | null {
  const measure = measureNamed(of);
  if (year === undefined) return of.includes('预算') ? { kind: 'budget', year: own, measure: measure ?? '年初预算' } : null;
  const named = /^20\d\d/.exec(year)?.[0];
  const numbered = named === undefined ? (own === null ? null : own - 1) : Number.parseInt(named, 10);
  if (numbered !== null && numbered === own)
    return of.includes('预算') && !of.includes('执行') ? { kind: 'budget', year: own, measure } : null;
  return { kind: 'year', year: numbered, measure };
}

function measureNamed(of: string): Measure | null {
  if (/执行|决算/.test(of)) return '决算';
  if (of.includes('年初预算')) return '年初预算';
  if (/全年预算|调整/.test(of)) return '全年预算';
  return of.includes('预算') ? '预算数' : null;
}

/** The measure of a change: against last year or against the budget, in money or in percent. */
export const measureOfChange = ({ kind }: Base, inPercent: boolean): Measure =>
  kind === 'year' ? (inPercent ? '同比增减率' : '同比增减额') : inPercent ? '比预算增减率' : '比预算增减额';
