import type { Gold, GoldRow, GoldTable } from './gold.ts';

/** A printed amount with two decimals (or a bare 0) in hundredths of its unit, exactly; an empty cell is null. */
export function hundredths(printed: string | undefined): bigint | null {
  if (printed === undefined || printed === '') return null;
  if (printed === '0') return 0n;
  if (!/^-?[\d,]+\.\d\d$/.test(printed)) throw new Error(`"${printed}" is not an amount with two decimals: write it so in the sample`);
  return BigInt(printed.replace(/[,.]/g, ''));
}

/** Sums that do not hold: where, what the parts give, what is printed. */
export interface Mismatch {
  readonly start: number;
  readonly where: string;
  readonly parts: bigint;
  readonly printed: bigint;
}

const add = (values: readonly (bigint | null)[]): bigint => values.reduce<bigint>((sum, value) => sum + (value ?? 0n), 0n);
const at = (row: GoldRow, column: string): bigint | null => hundredths(row.values[column]);
const parentOf = (code: string): string | null => (code.length > 3 ? code.slice(0, -2) : null);

function judge(table: GoldTable, row: GoldRow, what: string, parts: bigint): readonly Mismatch[] {
  const printed = at(row, what);
  if (printed === null || printed === parts) return [];
  return [{ start: row.start, where: `${table.id} ${row.code ?? ''}${row.name ?? ''} ${what}`, parts, printed }];
}

/** Parent = its children, 合计 = the classes, in every column, for the tables by subject code. */
export function unevenCodes(table: GoldTable): readonly Mismatch[] {
  const rows = table.rows.filter((row) => row.code !== undefined && row.code !== null);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row.values)))];
  const childrenOf = (row: GoldRow) => rows.filter((child) => child.code && parentOf(child.code) === row.code);
  const parents = rows.filter((row) => childrenOf(row).length > 0);
  const total = table.rows.find((row) => row.name === '合计' && !row.code);
  const classes = rows.filter((row) => row.code?.length === 3);
  return columns.flatMap((column) => [
    ...parents.flatMap((row) => judge(table, row, column, add(childrenOf(row).map((child) => at(child, column))))),
    ...(total ? judge(table, total, column, add(classes.map((row) => at(row, column)))) : []),
  ]);
}

/** The columns that a row adds up across, the whole first. */
const across: readonly (readonly [whole: string, ...parts: string[]])[] = [
  ['本年支出合计', '基本支出', '项目支出'],
  ['小计', '基本支出', '项目支出'],
  ['本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'],
  ['合计', '基本支出', '项目支出'],
  ['合计', '人员经费', '公用经费'],
  ['合计', '一般公共预算财政拨款', '政府性基金预算财政拨款'],
  ...['预算数', '决算数', '2023年预算数', '2024年预算数'].map((head): [string, ...string[]] => [
    `${head}/合计`,
    `${head}/因公出国（境）费`,
    `${head}/公务用车购置及运行维护费/小计`,
    `${head}/公务接待费`,
  ]),
];

/** The whole = its parts within one row. */
export const unevenRows = (table: GoldTable): readonly Mismatch[] =>
  table.rows.flatMap((row) =>
    across
      .filter((columns) => columns.slice(0, 3).every((column) => table.columns.includes(column)))
      .flatMap(([whole, ...parts]) => judge(table, row, whole, add(parts.map((part) => at(row, part))))),
  );

/** One figure of a table, by side and name. */
export function figure(gold: Gold, id: string, name: string | null, column: string, side?: '收入' | '支出'): bigint {
  const row = gold.tables
    .find((table) => table.id === id)
    ?.rows.find((one) => one.name === name && (side === undefined || one.side === side));
  const value = row && at(row, column);
  if (value === undefined || value === null) throw new Error(`${gold.file} ${id}: no ${column} of ${name}`);
  return value;
}
