import { describe, expect, it } from 'vitest';
import { inOneLine, rowsOf } from './rows-of.ts';

const chapter = '第二部分 2025年部门预算表\n';

/** One cell a line, as a page loses its TABs. */
const flat = (...cells: readonly string[]): string => `${chapter}收入总表\n公开02表\n单位：万元\n${cells.join('\n')}\n`;

describe('the words of data/heads.csv', () => {
  const heads = ['科目编码', '科目名称', '合计', '结转', '一般公共预算拨款'];
  const rows = [
    '205',
    '教育支出',
    '120.50',
    '20.50',
    '100.00',
    '20502',
    '普通教育',
    '120.50',
    '20.50',
    '100.00',
    '2050202',
    '小学教育',
    '120.50',
    '20.50',
    '100.00',
  ];

  it('hold 结转, so that a table without TABs is read under it', () => {
    const read = rowsOf(flat(...heads, ...rows));
    expect(read.rows.map(inOneLine)[2]).toBe(
      '2050202 小学教育 | 合计=120.50 (1205000) | 结转=20.50 (205000) | 一般公共预算拨款=100.00 (1000000)',
    );
    expect(read.issues).toEqual([]);
  });

  it('are all that may stand there: under a head that no line knows every row stays text, and is named', () => {
    const read = rowsOf(flat(...heads.with(3, '某项来源'), ...rows));
    expect(read.rows.map(({ cells, doubt }) => [cells.length, doubt !== null])).toEqual([
      [0, true],
      [0, true],
      [0, true],
    ]);
    expect(read.issues.map(({ kind }) => kind)).toEqual(['table-unread']);
  });
});

it('a name that says what is counted takes its figure out of the unit of the table', () => {
  const read = rowsOf(`${chapter}机构运行信息表\n单位：万元\n项目→行次→统计数\n（一）车辆数合计（辆）→1→4\n（二）机关运行经费→2→149.84\n`);
  expect(read.rows.map(inOneLine)).toEqual(['#1 （一）车辆数合计（辆） | 统计数=4 (-)', '#2 （二）机关运行经费 | 统计数=149.84 (1498400)']);
  expect(read.issues).toEqual([]);
});

it('a row with a cell less than all others stays text where its figures may have slipped', () => {
  const rows = Array.from({ length: 9 }, (_, n) => `20502${String(n + 10)}→甲${n}→1.00→1.00→→0.00`);
  const table = (row: string): string =>
    `${chapter}支出总表\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出→其他支出\n${rows.join('\n')}\n${row}\n`;
  expect(rowsOf(table('2050299→乙→1.00→1.00→→0.00')).rows.at(-1)?.doubt).toBeNull();
  expect(rowsOf(table('2050299→乙→1.00→1.00→0.00')).rows.at(-1)?.cells).toEqual([]);
  expect(rowsOf(table('2050299→乙→1.00→1.00→0.00')).rows.at(-1)?.doubt).toBe('这一行有 5 格，其他行有 6 格');
});

it('numbers of columns printed again at the top of a page are neither rows nor new heads', () => {
  const read = rowsOf(`${chapter}支出决算表\n单位：万元\n科目名称→合计→基本支出\n栏次→1→2\n甲→2.00→1.00\n栏次→1→2\n乙→3.00→1.00\n`);
  expect(read.rows.map(inOneLine)).toEqual([
    '甲 | 合计=2.00 (20000) | 基本支出=1.00 (10000)',
    '乙 | 合计=3.00 (30000) | 基本支出=1.00 (10000)',
  ]);
});

it('a number behind the word 附表 under a title is its label, and no annex', () => {
  expect(
    rowsOf(`${chapter}支出总表\n附表3\n单位：万元\n科目名称→合计→基本支出\n甲→2.00→1.00\n`).tables.map(({ label, title }) => [
      label,
      title,
    ]),
  ).toEqual([['附表3', '支出总表']]);
});

it('TABs between unit and body above a table without TABs do not take its title away', () => {
  const read = rowsOf(
    flat(
      '科目编码',
      '科目名称',
      '合计',
      '结转',
      '208',
      '社会保障和就业支出',
      '2.00',
      '1.00',
      '210',
      '卫生健康支出',
      '3.00',
      '1.00',
      '221',
      '住房保障支出',
      '4.00',
      '1.00',
    ).replace('单位：万元', '单位：万元→部门：云川市教育局'),
  );
  expect(read.rows.map(({ code, cells }) => [code, cells.length])).toEqual([
    ['208', 2],
    ['210', 2],
    ['221', 2],
  ]);
});
