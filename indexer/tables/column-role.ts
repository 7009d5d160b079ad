import { readFileSync } from 'node:fs';
import { foldString } from '../../src/text/normal-form.ts';

/**
 * What a column holds. `line` is 行次 or 序号, `group` the levels above an indicator's name, `unit-code` the code of a body (no subject),
 * `text` words, `measure` figures that are no money by their head (得分, 数量), `money` all others.
 */
const columnRoles = ['code', 'unit-code', 'name', 'line', 'group', 'text', 'measure', 'money'] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Words that stand at the head of columns, one a line with the role of the column. A new head is a new line. */
const known: ReadonlyMap<string, ColumnRole> = new Map(
  readFileSync(new URL('./data/heads.csv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [head = '', word] = line.split(',');
      const role = columnRoles.find((one) => one === word);
      if (role === undefined) throw new Error(`indexer/tables/data/heads.csv: "${line}" has no role of ${columnRoles.join(', ')}`);
      return [foldString(head), role];
    }),
);

// 年初目标值(A) 得分(20分*执行率) 预算执行情况(万元)(20分): what ending brackets add is not the head
const ENDING_BRACKET = /(?:\([^()]{1,20}\)){1,2}$/;
// 功能分类科目编码
const CODE_HEAD = /(?:编码|代码|编号)$/;
const NAME_HEAD = /(?:名称|科目)$/;
// 完成率 占比 人次 台数 (%): no money
const MEASURE_HEAD = /(?:率|比重|占比|得分|分值|权重|人数|人次|台数|辆数|次数|批次|个数|指标值|目标值|完成值|实际值|\(%\))$/;
const TEXT_HEAD = /(?:备注|说明|简介|原因|内容|依据|情况)$/;

// 2023年预算数, 上年决算数: the year is not the head
const YEAR_BEFORE = /^(?:(?:19|20)\d\d年度?|上年|当年)/;

/** The folded head less an ending bracket, and less a year in front where the rest is a known head. */
export function headWord(key: string): string {
  if (known.has(key)) return key;
  const bare = key.replace(ENDING_BRACKET, '');
  if (known.has(bare)) return bare;
  const yearless = bare.replace(YEAR_BEFORE, '');
  return known.has(yearless) ? yearless : bare;
}

/** The characters that known heads begin with, after the year in front if there is one; and how long a known head can be with its year and brackets. */
const firstCharacters: ReadonlySet<string> = new Set([...[...known.keys()].flatMap((head) => head[0] ?? []), '1', '2', '上', '当']);
const LONGEST_HEAD = 52 + [...known.keys()].reduce((most, head) => Math.max(most, head.length), 0);

/** Can the words that begin so be a known head? Asked before all else: most cells of a table can't. */
const mayBeHead = (key: string): boolean => key.length <= LONGEST_HEAD && firstCharacters.has(key[0] ?? '');

/** Is this the head of a column that other tables print too? `key` is folded. */
export const isKnownHead = (key: string): boolean => mayBeHead(key) && known.has(headWord(key));

/** The role of a column by the folded words at its head; the lowest that says something decides. */
export function roleOfHead(keys: readonly string[]): ColumnRole {
  const last = keys.at(-1) ?? '';
  const word = headWord(last);
  const role = known.get(word);
  if (role !== undefined) return role;
  if (CODE_HEAD.test(word)) return word.includes('单位') ? 'unit-code' : 'code';
  if (NAME_HEAD.test(word)) return 'name';
  if (MEASURE_HEAD.test(last)) return 'measure';
  return TEXT_HEAD.test(word) ? 'text' : 'money';
}

/** Columns that say which row this is, and not how much. */
export const isLabelRole = (role: ColumnRole): boolean =>
  role === 'code' || role === 'unit-code' || role === 'name' || role === 'line' || role === 'group';
