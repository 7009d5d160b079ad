import { describe, expect, it } from 'vitest';
import { inOneLine, rowsOf } from './rows-of.ts';

const read = (lines: readonly string[], end = '\n\n'): string[] => rowsOf(lines.join(end)).rows.map(inOneLine);

describe('a numbered table printed one cell a line', () => {
  it('is read by the form that its title and heads name', () => {
    const head = [
      '一般公共预算财政拨款支出决算表',
      '公开05表',
      '金额单位：万元',
      '项 目',
      '本年支出',
      '功能分类科目编码',
      '科目名称',
      '小计',
      '基本支出',
      '项目支出',
      '栏次',
      '1',
      '2',
      '3',
    ];
    const body = [
      '合 计',
      '9.00',
      '5.00',
      '4.00',
      '201',
      '一般公共服务支出',
      '6.00',
      '5.00',
      '1.00',
      '20101',
      '人大事务',
      '3.00',
      '0.00',
      '3.00',
    ];
    expect(read([...head, ...body])).toEqual([
      '合计 | 本年支出/小计=9.00 (90000) | 本年支出/基本支出=5.00 (50000) | 本年支出/项目支出=4.00 (40000)',
      '201 一般公共服务支出 | 本年支出/小计=6.00 (60000) | 本年支出/基本支出=5.00 (50000) | 本年支出/项目支出=1.00 (10000)',
      '20101 人大事务 | 本年支出/小计=3.00 (30000) | 本年支出/基本支出=0.00 (0) | 本年支出/项目支出=3.00 (30000)',
    ]);
  });

  const sides = [
    '收入支出决算总表',
    '金额单位：元',
    '收入',
    '支出',
    '项 目',
    '行次',
    '金额',
    '项 目',
    '行次',
    '金额',
    '栏 次',
    '1',
    '栏 次',
    '2',
  ];

  it('has its sides told apart by their 行次, with blank amounts and blank names', () => {
    const body = [
      '一、财政拨款收入',
      '1',
      '7.50',
      '一、外交支出',
      '4',
      '二、事业收入',
      '2',
      '二、国防支出',
      '5',
      '7.50',
      '3',
      '三、教育支出',
      '6',
      '0.50',
    ];
    expect(read([...sides, ...body])).toEqual([
      '收入 #1 一、财政拨款收入 | 收入/金额=7.50 (7.5)',
      '支出 #4 一、外交支出',
      '收入 #2 二、事业收入',
      '支出 #5 二、国防支出 | 支出/金额=7.50 (7.5)',
      '支出 #6 三、教育支出 | 支出/金额=0.50 (0.5)',
    ]);
  });

  it('is read with blanks inside the numbers of its names', () => {
    expect(
      read([...sides, '一 、财政拨款收入', '1', '7.50', '一、 外交支出', '4', '7.50', '二、事业收入', '2', '二、国防支出', '5']),
    ).toEqual([
      '收入 #1 一、财政拨款收入 | 收入/金额=7.50 (7.5)',
      '支出 #4 一、外交支出 | 支出/金额=7.50 (7.5)',
      '收入 #2 二、事业收入',
      '支出 #5 二、国防支出',
    ]);
  });

  it('stays text where a 行次 breaks the series', () => {
    const { rows, issues } = rowsOf(
      [...sides, '一、财政拨款收入', '1', '7.50', '一、外交支出', '4', '1.00', '二、国防支出', '9', '7.50'].join('\n'),
    );
    expect(rows.map((row) => row.cells.length)).toEqual([0, 0, 0]);
    expect(issues.map((issue) => issue.kind)).toEqual(['table-unread']);
  });

  it('is not read by a form whose heads are printed in other numbers', () => {
    const car = ['公务用车购置及运行维护费', '小计', '公务用车购置费', '公务用车运行维护费'];
    const pairs = Array.from({ length: 6 }, () => ['预算数', '决算数']).flat();
    const heads = ['合计', '因公出国（境）费', ...car, '公务接待费', ...pairs];
    const figures = ['2.85', '0.39', ...Array.from({ length: 8 }, () => '0.00'), '2.85', '0.39'];
    expect(read(['财政拨款“三公”经费支出决算表', '金额单位：万元', ...heads, ...figures])).toEqual([]);
  });

  it('has one row without a name in the “三公” table', () => {
    const heads = [
      '预算数',
      '决算数',
      '合计',
      '因公出国（境）费',
      '公务用车购置及运行维护费',
      '公务接待费',
      '合计',
      '因公出国（境）费',
      '公务用车购置及运行维护费',
      '公务接待费',
    ];
    const lowest = ['小计', '公务用车购置费', '公务用车运行维护费', '小计', '公务用车购置费', '公务用车运行维护费'];
    const figures = Array.from({ length: 12 }, (_, at) => `${at}.5`);
    const numbers = Array.from({ length: 12 }, (_, at) => String(at + 1));
    const [row] = rowsOf(['财政拨款“三公”经费支出决算表', '金额单位：万元', ...heads, ...lowest, ...numbers, ...figures].join('\n')).rows;
    expect(row?.cells.map((cell) => `${cell.column}=${cell.text}`)).toContain('决算数/公务用车购置及运行维护费/小计=8.5');
    expect(row?.cells).toHaveLength(12);
  });

  it('stays text where its heads are not those of a form and merged heads cannot be told', () => {
    const { rows } = rowsOf(
      [
        '某支出表',
        '单位：元',
        '科目编码',
        '科目名称',
        '本年支出',
        '小计',
        '某种支出',
        '201',
        '甲',
        '1',
        '1',
        '202',
        '乙',
        '1',
        '1',
        '203',
        '丙',
        '1',
        '1',
      ].join('\n'),
    );
    expect(rows.every((row) => row.cells.length === 0)).toBe(true);
  });
});

describe('columns parted by wide blanks', () => {
  it('stay text: an empty cell cannot be seen', () => {
    const drawn =
      '支出决算表\n单位：元\n科目编码    科目名称          合计      基本支出\n201       一般公共服务支出        6.00      5.00\n202       外交支出            5.00\n203       国防支出            1.00      1.00\n';
    const { rows, issues } = rowsOf(drawn);
    expect(rows.map((row) => [row.code, row.name, row.cells.length, row.doubt !== null])).toEqual([
      ['201', '一般公共服务支出', 0, true],
      ['202', '外交支出', 0, true],
      ['203', '国防支出', 0, true],
    ]);
    expect(issues.map((issue) => issue.kind)).toEqual(['table-unread']);
  });
});

describe('names of a table without TABs', () => {
  const read = (...cells: readonly string[]) =>
    rowsOf(`第二部分 2023年度部门决算表\n支出决算表\n单位：万元\n科目编码\n科目名称\n合计\n基本支出\n${cells.join('\n')}\n`).rows.map(
      inOneLine,
    );
  const others = ['210', '卫生健康支出', '3.00', '1.00', '221', '住房保障支出', '4.00', '1.00'];

  it('run over several lines and are one, where the whole is the name of the code', () => {
    expect(read('2080505', '机关事业单位基本养老保险缴', '费支出', '2.00', '1.00', ...others)[0]).toBe(
      '2080505 机关事业单位基本养老保险缴费支出 | 合计=2.00 (20000) | 基本支出=1.00 (10000)',
    );
  });

  it('leave a row as text where the end of one name stands beside another code', () => {
    expect(read('2080505', '机关事业单位基本养老保险缴', '2.00', '1.00', '2080506', '费支出', '2.00', '1.00', ...others)[1]).toBe(
      '2080506 费支出 | ?',
    );
  });

  it('may hold their code', () => {
    expect(
      read('社会保障和就业支出（208）', '2.00', '1.00', '卫生健康支出（210）', '3.00', '1.00', '住房保障支出（221）', '4.00', '1.00'),
    ).toHaveLength(3);
  });
});
