import type { Figure } from '../../src/figures/figure.ts';
import { figuresNamed } from '../../src/figures/lookup.ts';
import type { Measure } from '../../src/model/amount.ts';
import type { Fund, Part, Side } from '../../src/model/fact.ts';
import { foldString } from '../../src/text/normal-form.ts';
import { fundSaid } from './fund.ts';
import { yearSaid } from './period.ts';

/** What the heads above a cell say. `figures`: ids of figures the heads name; `whole`: it stands for the whole row. */
export interface ColumnMeaning {
  readonly measure: Measure | null;
  readonly year: number | null | undefined;
  readonly fund: Fund | null;
  readonly part: Part | null;
  readonly side: Side | null;
  /** The figures of money among the heads, from top to bottom. */
  readonly named: readonly Figure[];
  /** The last head is 合计 or 小计. */
  readonly isSum: boolean;
}

// 一般公共预算 says a fund, not a budget
const FUND_WORDS = /一般公共预算|政府性基金预算|国有资本经营预算/g;
// 预算数(a) / 支出(万元) / 得分(20分*执行率)
// (b/a) holds no border of heads
const IN_BRACKETS = /[(（][^()（）]*[)）]/g;
const REMARK = /\([^()]*\)$/;

const measures: readonly (readonly [head: RegExp, measure: Measure])[] = [
  [/(?:完成|执行)率|(?:占|完成)预算(?:数)?的?%/, '完成率'],
  [/占比|比重|占.{0,8}%/, '占比'],
  [/(?:上年|同比|20\d\d年).{0,6}(?:增减|增长|增加)(?:率|%|幅度|比例)/, '同比增减率'],
  [/(?:上年|同比|20\d\d年).{0,6}(?:增减|增加)(?:额|数)?$/, '同比增减额'],
  [/年初目标值|年度指标值|年初指标值|目标值|指标值/, '目标值'],
  [/实际完成值|完成值/, '完成值'],
  [/得分/, '得分'],
  [/年初预算/, '年初预算'],
  [/(?:全年|调整后?)预算/, '全年预算'],
  [/决算|执行数|实际支出/, '决算'],
  [/预算(?:数|额|金额|安排)?$|预算支出/, '预算数'],
];

const parts: readonly Part[] = ['基本支出', '项目支出', '人员经费', '公用经费'];
const SUM = /^(?:合计|小计|总计|(?:项目)?金额|本年(?:收入|支出)(?:合计)?)$/;

/** The same heads come again in every report; forgotten when they are many. */
const MOST_KNOWN = 5_000;
const known = new Map<string, ColumnMeaning | null>();

/** null where a head says nothing that is known: then the cell is no fact. `own`: the year of the report. */
export function meaningOf(column: string, own: number | null): ColumnMeaning | null {
  const key = `${own} ${column}`;
  let meaning = known.get(key);
  if (meaning === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    meaning = readMeaning(column, own);
    known.set(key, meaning);
  }
  return meaning;
}

function readMeaning(column: string, own: number | null): ColumnMeaning | null {
  const heads = column
    .replace(IN_BRACKETS, (remark) => remark.replaceAll('/', ''))
    .split('/')
    .map(foldString);
  if (heads.some((head) => head === '')) return null;
  const read = heads.map((head) => readHead(head, own));
  if (read.some((one) => one === null)) return null;
  const said = read.filter((one) => one !== null);
  return {
    measure: said.findLast((one) => one.measure !== null)?.measure ?? null,
    year: said.findLast((one) => one.year !== undefined)?.year,
    fund: said.findLast((one) => one.fund !== null)?.fund ?? null,
    part: said.findLast((one) => one.part !== null)?.part ?? null,
    side: said.findLast((one) => one.side !== null)?.side ?? null,
    named: said.flatMap((one) => one.named),
    isSum: said.at(-1)?.isSum ?? false,
  };
}

function readHead(head: string, own: number | null): ColumnMeaning | null {
  const bare = head.replace(REMARK, '');
  const words = bare.replace(FUND_WORDS, '');
  const measure = measures.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  const fund = fundSaid(bare);
  const part = parts.find((one) => words.includes(one)) ?? null;
  const side =
    bare.startsWith('收入') || bare.startsWith('本年收入')
      ? '收入'
      : bare.startsWith('支出') || bare.startsWith('本年支出')
        ? '支出'
        : null;
  const named = [...figuresNamed(head), ...figuresNamed(bare)].filter(({ quantity }) => quantity === 'money').slice(0, 1);
  const year = yearSaid(head, own);
  const isSum = SUM.test(bare);
  const said = measure !== null || fund !== null || part !== null || side !== null || named.length > 0 || isSum;
  return said ? { measure, year, fund, part, side, named, isSum } : null;
}
