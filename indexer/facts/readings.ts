import type { Measure } from '../../src/model/amount.ts';

/** What kind of number a reading is for. */
export type Quantity = 'money' | 'rate' | 'count' | 'score';

/** Words between a name (or the figure before) and a figure that say its measure. `measure` null: the kind of report decides. */
export interface Reading {
  readonly measure: Measure | null;
  readonly quantity: Quantity;
  readonly lead: RegExp;
  /** The words alone say the measure, so that they may stand anywhere in a passage about one item. */
  readonly says: boolean;
  /** It is read only behind a figure of the same item. */
  readonly goesOn?: true;
}

// ,2026年
const START = '^[,。;:、()]{0,3}(?:20\\d\\d年度?|本年度?|当年|今年)?的?';
// 财政拨款支出 / 项目 / 项目总
const WHAT = '(?:财政拨款|一般公共预算|项目|部门|资金|经费|费用|收入|支出|总额|总量|总|金额|合计){0,3}';
// 为 / 共计 / : / 相等,均为
const IS = '(?:相等,?)?(?:为|是|共计|共|合计|计|达到|达|安排|:|约|各|均|分别){0,3}$';
// 数 / 金额
const NUMBER = '(?:数|额|金额|总额|资金|合计|总计|规模)?';

const reading = (measure: Measure | null, quantity: Quantity, lead: string): Reading => ({
  measure,
  quantity,
  lead: new RegExp(lead),
  says: true,
});

/** In order: the first that fits the whole lead counts. Each has its sample above it. */
export const readings: readonly Reading[] = [
  // 公务接待费 | 支出年初预算为 | 3 万元
  reading('年初预算', 'money', `${START}${WHAT}年初(?:部门)?(?:财政拨款)?(?:收入|支出)?预算(?:安排|批复)?${NUMBER}${IS}`),
  // 某项目 | 全年预算数为 | 3 万元;   预算调整后为
  reading('全年预算', 'money', `${START}${WHAT}(?:(?:全年|调整后?)的?(?:收入|支出|财政拨款)?预算${NUMBER}|预算数?调整后?)${IS}`),
  // ,支出决算为 | 3 万元;   ,全年执行数为;   实际执行金额为;   当年预算执行数为
  reading(
    '决算',
    'money',
    `${START}${WHAT}(?:全年|累计)?(?:当年预算|预算)?(?:决算|实际支出|实际执行|实际完成|执行)(?:支出)?${NUMBER}${IS}`,
  ),
  // “三公”经费 | 预算数为 | 3 万元;   2026年预算安排
  reading('预算数', 'money', `${START}${WHAT}预算(?:收入|支出)?${NUMBER}${IS}`),
  // ,完成预算 | 3 万元 | 的 50%
  reading('预算数', 'money', '^,?完成预算$'),
  reading('年初预算', 'money', '^,?完成年初预算$'),
  reading('全年预算', 'money', '^,?完成全年预算$'),
  // ,完成年初预算的 | 50%;   ,完成预算 | 50%
  reading(
    '完成率',
    'rate',
    `${START}(?:支出)?完成了?(?:年初|全年|当年|年度|本年|调整后?)?(?:支出|收入)?预算(?:安排)?${NUMBER}的?(?:比例)?${IS}`,
  ),
  // ,为年初预算的 | 50%
  reading('完成率', 'rate', '^,?(?:仅|约)?(?:为|是)(?:年初|全年|当年|调整后?)?预算(?:数|金额)?的$'),
  // ,预算执行率为 | 50%;   执行率达到
  reading('完成率', 'rate', `${START}${WHAT}(?:年初|全年)?(?:预算)?(?:支出)?(?:完成|执行)(?:率|进度|比例)${IS}`),
  // 完成预算 3 万元 | 的 | 50%
  { measure: '完成率', quantity: 'rate', lead: /^的$/, says: false, goesOn: true },
  // ,占本年支出合计的 | 50%;   ,占比
  { measure: '占比', quantity: 'rate', lead: /^[,、;(]{0,2}(?:约|分别)?占[^,。;:\d]{0,40}$/, says: false },
  // 公务接待费 | 支出 | 3 万元
  { measure: null, quantity: 'money', lead: new RegExp(`^(?:\\([^()\\d]{1,12}\\))?${WHAT}数?${IS}`), says: false },
  // 公务用车保有量 | 为 | 3 辆
  {
    measure: '数量',
    quantity: 'count',
    lead: /^[,、(和及]{0,2}(?:总?数量?|累计|年末|实有|分别|共计|共|计|为|是|达|约|:|接待|安排){0,3}$/,
    says: false,
  },
  // 综合评分 | 为 | 98 分
  { measure: '得分', quantity: 'score', lead: /^(?:自评|评价|综合)?(?:得分|分数|评分|总分|分值)?(?:为|是|达到|达|:){0,2}$/, says: false },
];

/** The measure a lead says of a number; undefined where it says none. */
export function readLead(lead: string, quantity: Quantity, { says, goesOn }: { says: boolean; goesOn: boolean }): Reading | undefined {
  return readings.find(
    (one) => one.quantity === quantity && (one.says || !says) && (goesOn || one.goesOn === undefined) && one.lead.test(lead),
  );
}
