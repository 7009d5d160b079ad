import type { Figure } from '../../src/figures/figure.ts';
import { figureById, figuresNamed } from '../../src/figures/lookup.ts';
import type { Side } from '../../src/model/fact.ts';
import type { Row } from '../../src/model/row.ts';
import { subjectsNamed } from '../../src/subjects/lookup.ts';
import type { ColumnMeaning } from './column-meaning.ts';
import type { RowContext } from './row-rule.ts';
import type { TableFrame } from './table-frame.ts';

/** What a cell is of. */
export interface RowItem {
  readonly item: string;
  readonly figure: Figure | null;
  readonly code: string | null;
  readonly codeInferred: boolean;
  readonly subject: readonly string[];
}

// 一、 / （二） / 其中： / 12. in front of a name
const NUMBER = /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.]|\d{1,2}[.、]|其中[：:]?)+/;
const SUM = /^(?:合计|总计|本年合计|小计)$/;
// a head that was read as a row
const HEAD = /^(?:决算数|预算数|年初预算数|金额|项目|栏次|行次|收入|支出)$/;
const LONGEST_NAME = 60;

/** What the sum line of a table is, by the title of the table: the first that fits. */
const sums: readonly (readonly [title: RegExp, figure: string])[] = [
  [/三公/, 'three-public'],
  [/政府采购/, 'procurement'],
  [/基本支出/, 'basic-expenditure'],
  [/项目支出|专项业务经费/, 'project-expenditure'],
  [/国有资本经营.*支出/, 'state-capital-expenditure'],
  [/政府性基金.*支出(?!.*收入)/, 'fund-expenditure'],
  [/一般公共预算.*支出/, 'general-expenditure'],
  [/^(?!.*(?:支出|收支)).*收入决算表/, 'income'],
  [/^(?!.*收入).*支出决算表/, 'expenditure'],
  [/^(?!.*(?:支出|收支)).*收入(?:总表|预算)/, 'total-income'],
  [/^(?!.*(?:收入|收支)).*支出(?:总表|预算)/, 'total-expenditure'],
];

/** What the cell under these heads is of; null where the row and the heads do not say it for certain. */
export function rowItem(row: Row, column: ColumnMeaning, { table: frame, above, balance }: RowContext): RowItem | null {
  if (row.code !== null && row.name !== null) return codedItem(row.code, row.name, column, above);
  if (row.name === null) return frame.title.includes('三公') ? figureOfHeads(column) : null;
  const name = row.name.replace(NUMBER, '');
  if (name === '' || name.length > LONGEST_NAME || HEAD.test(name)) return null;
  if (SUM.test(name)) return sumItem(row, column, frame);
  const side = row.side ?? column.side ?? frame.side;
  const figure = pick(figuresNamed(name), side, frame);
  if (figure !== null) return plain(balance !== null && isOfFund(figure) ? balance : ofFiscalTable(figure, frame));
  return classItem(name, side) ?? { item: name, figure: null, code: null, codeInferred: false, subject: [] };
}

function codedItem(code: string, name: string, column: ColumnMeaning, above: ReadonlyMap<string, string>): RowItem {
  const names = [code.slice(0, 3), code.slice(0, 5)].filter((one) => one.length < code.length).map((one) => above.get(one));
  const part = column.part === null ? namedByHeads(column) : null;
  const figure = part !== null && !isWhole(part) ? part : null;
  return { item: name, figure, code, codeInferred: false, subject: [...names.filter((one) => one !== undefined), name] };
}

/** 本年收入合计 over a row is the whole row, 财政拨款收入 a part of it. */
const isWhole = ({ id }: Figure): boolean => id === 'income' || id === 'expenditure' || id.startsWith('total-');

/** The figure that the lowest head names: 公务接待费 under 决算数; the sum of what stands above it where it is 小计. */
function figureOfHeads(column: ColumnMeaning): RowItem | null {
  const named = namedByHeads(column);
  if (named !== null) return plain(named);
  const whole = figureById('three-public');
  return column.isSum && whole !== null ? plain(whole) : null;
}

const namedByHeads = ({ named }: ColumnMeaning): Figure | null => named.at(-1) ?? null;

function sumItem(row: Row, column: ColumnMeaning, frame: TableFrame): RowItem | null {
  const head = namedByHeads(column);
  if (head !== null) return plain(head);
  if (row.side !== null) {
    const id = `${frame.title.includes('财政拨款') ? 'fiscal-' : ''}total-${row.side === '收入' ? 'income' : 'expenditure'}`;
    const figure = figureById(id);
    return row.name === '总计' && figure !== null ? plain(figure) : null;
  }
  const id = sums.find(([title]) => title.test(frame.title))?.[1];
  const figure = id === undefined ? null : figureById(id);
  return figure === null ? null : plain(figure);
}

function classItem(name: string, side: Side | null): RowItem | null {
  if (side !== '支出') return null;
  const classes = subjectsNamed(name).filter(({ level, classification }) => level === '类' && classification === 'functional');
  const [only, second] = classes;
  if (only === undefined) return null;
  return { item: name, figure: null, code: second ? null : only.code, codeInferred: !second, subject: [name] };
}

const money = (named: readonly Figure[]) => named.filter((figure) => figure.quantity === 'money');

/** Of figures that share a name the one on the row's side. */
function pick(named: readonly Figure[], side: Side | null, frame: TableFrame): Figure | null {
  const fits = money(named).filter((figure) => figure.side === null || side === null || figure.side === side);
  const [only, second] = fits;
  if (only === undefined || second !== undefined) return null;
  return only.group === '三公' && !frame.title.includes('三公') && side === null ? null : only;
}

const isOfFund = ({ id }: Figure): boolean => id.endsWith('-appropriation');

/** 年初结转和结余, whose funds follow; any other name without number leaves it, and so does a number. */
export function balanceBehind(name: string, before: Figure | null): Figure | null {
  const [figure] = figuresNamed(name.replace(NUMBER, ''));
  if (figure?.id === 'opening-balance' || figure?.id === 'closing-balance') return figure;
  return before !== null && figure !== undefined && isOfFund(figure) && !NUMBER.test(name) ? before : null;
}

/** In the tables of fiscal appropriations totals are those of appropriations. */
const ofFiscal: Readonly<Record<string, string>> = {
  income: 'fiscal-income',
  expenditure: 'fiscal-expenditure',
  'total-income': 'fiscal-total-income',
  'total-expenditure': 'fiscal-total-expenditure',
};

function ofFiscalTable(figure: Figure, { title }: TableFrame): Figure {
  const id = /财政拨款(?:收支|收入支出)/.test(title) ? ofFiscal[figure.id] : undefined;
  return (id === undefined ? null : figureById(id)) ?? figure;
}

const plain = (figure: Figure): RowItem => ({ item: figure.label, figure, code: null, codeInferred: false, subject: [] });
