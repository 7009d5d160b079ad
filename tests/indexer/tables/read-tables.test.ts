import { describe, expect, it } from 'vitest';
import { inOneLine, rowsOf } from './rows-of.ts';

const HEAD = '支出决算表\n单位：元\n科目编码→科目名称→合计→基本支出→项目支出\n';
const lines = (drawn: string): string[] => rowsOf(drawn).rows.map(inOneLine);
const kinds = (drawn: string): string[] => rowsOf(drawn).issues.map((issue) => issue.kind);

describe('a table of one part', () => {
  it('has a row with code, name, columns and exact amounts for each line', () => {
    expect(lines(`${HEAD}→合 计→1,300.50→60→1,240.50\n201→一般公共服务支出→100→60→40\n`)).toEqual([
      '合计 | 合计=1,300.50 (1300.50) | 基本支出=60 (60) | 项目支出=1,240.50 (1240.50)'
        .replace('1300.50)', '1300.5)')
        .replace('1240.50)', '1240.5)'),
      '201 一般公共服务支出 | 合计=100 (100) | 基本支出=60 (60) | 项目支出=40 (40)',
    ]);
  });

  it('gives each cell its place in the text', () => {
    const { text, rows } = rowsOf(`${HEAD}201→一般公共服务支出→ 1,000.00 →60→940\n`);
    expect(rows[0]?.cells.map(({ start, end }) => text.slice(start, end))).toEqual(['1,000.00', '60', '940']);
    expect(rows[0]?.printed.map(({ start, end }) => text.slice(start, end))).toEqual(['201', '一般公共服务支出', '1,000.00', '60', '940']);
    expect(rows[0]?.header).toEqual(['科目编码', '科目名称', '合计', '基本支出', '项目支出']);
  });

  it('tells its label, title, unit, columns and note', () => {
    const { tables } = rowsOf(
      '公开03表\n三、支出决算表\n部门：云川市某局→→→金额单位: 万元\n科目编码→科目名称→合计→基本支出\n201→一般公共服务支出→1→1\n\n注：本表反映支出。\n',
    );
    expect(tables).toMatchObject([
      { label: '公开03表', title: '支出决算表', unit: '万元', status: 'present', columns: ['合计', '基本支出'], rows: 1 },
    ]);
    expect(tables[0]?.note?.text).toBe('注：本表反映支出。');
  });

  it('has its title, label and note recognised with empty cells beside them', () => {
    const drawn =
      '支出决算表→→→→\n→→→→公开03表\n部门：云川市某局→→→→单位：万元\n科目编码→科目名称→合计→基本支出→项目支出\n201→一般公共服务支出→1→1→\n→→→→\n注：本表反映支出。→→→→\n';
    const { tables, rows } = rowsOf(drawn);
    expect(tables).toMatchObject([{ label: '公开03表', title: '支出决算表', unit: '万元', rows: 1, note: { text: '注：本表反映支出。' } }]);
    expect(rows).toHaveLength(1);
  });

  it('takes heads over several lines as a path, and 栏次 as no head', () => {
    const head = '科目编码→→→科目名称→预算数→决算数→→\n类→款→项→→→小计→基本支出→项目支出\n→→→栏次→1→2→3→4\n';
    expect(lines(`支出表\n单位：万元\n${head}201→→→一般公共服务支出→9→8→5→3\n`)).toEqual([
      '201 一般公共服务支出 | 预算数=9 (90000) | 决算数/小计=8 (80000) | 决算数/基本支出=5 (50000) | 决算数/项目支出=3 (30000)',
    ]);
  });

  it('does not merge 项目, which stands over labels, over figures too', () => {
    const { tables } = rowsOf('支出表\n单位：元\n项目→→→\n科目编码→科目名称→基本支出→项目支出\n201→一般公共服务支出→9→8\n');
    expect(tables[0]?.columns).toEqual(['基本支出', '项目支出']);
  });

  it('joins a head that was cut at the end of its line', () => {
    const cut = rowsOf('支出表\n单位：元\n科目编码→科目名称→本年支出合→→\n→→→基本支出→项目支出\n→→计→→\n201→一般公共服务支出→9→8→1\n');
    expect(cut.tables[0]?.columns).toEqual(['本年支出合计', '基本支出', '项目支出']);
    const { tables } = rowsOf('支出表\n单位：元\n科目编码→科目名称→本年支出合→基本支出\n→→计→\n201→一般公共服务支出→9→8\n');
    expect(tables[0]?.columns).toEqual(['本年支出合计', '基本支出']);
  });

  it('assigns figures in order where there is one head fewer, and leaves the last one without a column', () => {
    const drawn =
      '收入决算表\n单位：元\n项目→→合计→事业收入→其他收入→→\n科目编码→科目名称→→→→→\n201→一般公共服务支出→→5.00→2.00→3.00→0.00\n20101→人大事务→→5.00→2.00→3.00→0.00\n';
    expect(lines(drawn)[0]).toBe(
      '201 一般公共服务支出 | 合计=5.00 (5) | 事业收入=2.00 (2) | 其他收入=3.00 (3) | =0.00 (-)'.replace('(-)', '(0)'),
    );
    expect(kinds(drawn)).toContain('table-extra-values');
  });

  it('reads a shifted row only where no figure can be missing', () => {
    const regular = '201→一般公共服务支出→10→6→4\n'.repeat(6);
    expect(lines(`${HEAD}${regular}→→202→外交支出→10→6→4\n`).at(-1)).toBe('202 外交支出 | 合计=10 (10) | 基本支出=6 (6) | 项目支出=4 (4)');
    expect(lines(`${HEAD}${regular}→→202→外交支出→10→→4\n`).at(-1)).toMatch(/外交支出 \| \?$/);
    expect(lines(`${HEAD}${regular}203→国防支出→10→6→4→9→9\n`).at(-1)).toMatch(/国防支出 \| \?$/);
  });

  it('goes on after heads that a new page repeats', () => {
    const page = '表3\n支出决算表\n单位：元\n科目编码→科目名称→合计→基本支出→项目支出\n';
    const { rows, tables } = rowsOf(`${page}201→一般公共服务支出→10→6→4\n${page}202→外交支出→1→1→\n`);
    expect(rows).toHaveLength(2);
    expect(tables.map((table) => table.rows)).toEqual([2]);
  });

  it('reads a table whose heads and title nobody knows', () => {
    expect(lines('场馆对照表\n单位：元\n场馆→甲馆→乙馆→丙馆\n一楼→1→2→3\n二楼→4→5→6\n')).toEqual([
      '一楼 | 甲馆=1 (1) | 乙馆=2 (2) | 丙馆=3 (3)',
      '二楼 | 甲馆=4 (4) | 乙馆=5 (5) | 丙馆=6 (6)',
    ]);
  });

  it('keeps rows without heads as text', () => {
    const drawn = '一般公共服务支出→10→6→4\n国防支出→10→6→4\n';
    expect(lines(drawn)).toEqual(['一般公共服务支出 | ?', '国防支出 | ?']);
  });
});

describe('a table of several parts', () => {
  const two = '收支总表\n单位：万元\n收入→→→支出→→\n项 目→行次→金额→项 目→行次→金额\n栏 次→→1→栏 次→→2\n';

  it('gives each side its own row, a name without amount too, a bare 行次 none', () => {
    const { rows, printed } = rowsOf(`${two}一、财政拨款收入→1→5→一、外交支出→9→\n→2→→二、国防支出→10→5\n`);
    expect(rows.map(inOneLine)).toEqual([
      '收入 #1 一、财政拨款收入 | 收入/金额=5 (50000)',
      '支出 #9 一、外交支出',
      '支出 #10 二、国防支出 | 支出/金额=5 (50000)',
    ]);
    expect(printed).toEqual(['一、财政拨款收入\t1\t5', '一、外交支出\t9', '二、国防支出\t10\t5']);
  });

  it('reads three blocks side by side, and totals that stand elsewhere', () => {
    const head = '人员经费→→→公用经费→→→→→\n科目代码→科目名称→决算数→科目代码→科目名称→决算数→科目代码→科目名称→决算数\n';
    const body = '301→工资福利支出→9→302→商品和服务支出→3→310→资本性支出→0\n30101→基本工资→9→→→→→→\n人员经费合计→→→9→公用经费合计→→→→3\n';
    expect(lines(`基本支出表\n单位：元\n${head}${body}`)).toEqual([
      '301 工资福利支出 | 人员经费/决算数=9 (9)',
      '302 商品和服务支出 | 公用经费/决算数=3 (3)',
      '310 资本性支出 | 公用经费/决算数=0 (0)',
      '30101 基本工资 | 人员经费/决算数=9 (9)',
      '人员经费合计 | 决算数=9 (9)',
      '公用经费合计 | 决算数=3 (3)',
    ]);
  });

  it('keeps budget and actual of one row apart', () => {
    const head = '预算数→→→决算数→→\n合计→公务接待费→公务用车运行维护费→合计→公务接待费→公务用车运行维护费\n1→2→3→4→5→6\n';
    expect(lines(`“三公”经费支出决算表\n单位：万元\n${head}4.4→0→4.4→3.19→0→3.19\n`)[0]).toContain(
      '决算数/公务用车运行维护费=3.19 (31900)',
    );
  });
});

describe('codes', () => {
  it.each([
    ['2010601-行政运行→10', '2010601 行政运行'],
    ['行政运行（2010601）→10', '2010601 行政运行'],
    ['[30101]基本工资→10', '30101 基本工资'],
    ['100人训练班→10', '100人训练班'],
  ])('are read from a name: %s', (row, expected) => {
    expect(lines(`支出表\n单位：元\n科目→合计→基本支出\n${row}→1\n`)[0]).toMatch(new RegExp(`^${expected} \\|`));
  });

  it('are put together from the parts that each row prints', () => {
    const head = '支出表\n单位：元\n科目编码→→→科目名称→合计\n类→款→项→→\n';
    expect(lines(`${head}→→→合计→9\n201→→→一般公共服务支出→9\n→06→→财政事务→9\n→→01→行政运行→4\n201→06→02→一般行政管理事务→5\n`)).toEqual([
      '合计 | 合计=9 (9)',
      '201 一般公共服务支出 | 合计=9 (9)',
      '20106 财政事务 | 合计=9 (9)',
      '2010601 行政运行 | 合计=4 (4)',
      '2010602 一般行政管理事务 | 合计=5 (5)',
    ]);
  });

  it('in one column are completed by name, or stay open', () => {
    const rows = rowsOf(
      '支出表\n单位：元\n科目编码→科目名称→合计\n201→一般公共服务支出→9\n06→财政事务→9\n01→行政运行→4\n77→某项支出→5\n',
    ).rows;
    expect(rows.map((row) => row.code)).toEqual(['201', '20106', '2010601', null]);
  });

  it('of bodies are no subject codes', () => {
    expect(rowsOf('收入总表\n单位：元\n单位编码→单位名称→合计\n116→云川市财政局→9\n').rows[0]).toMatchObject({
      code: null,
      name: '云川市财政局',
    });
  });

  it('nobody knows are an issue', () => {
    expect(kinds(`${HEAD}2999997→某项支出→1→1→\n`)).toEqual(['code-unknown']);
  });

  it('bring the parts of a name together that stand around them', () => {
    const { rows, printed } = rowsOf(
      `${HEAD}→机关事业单位基本→→→\n2080505→→4→4→\n→养老保险缴费支出→→→\n2080506→机关事业单位职业年金缴费支→5→5→\n→出→→→\n`,
    );
    expect(rows.map((row) => row.name)).toEqual(['机关事业单位基本养老保险缴费支出', '机关事业单位职业年金缴费支出']);
    expect(printed[1]).toContain('出');
  });

  it('bring a row together that a page end cut between name and figures', () => {
    const { rows } = rowsOf(`${HEAD}2080505→机关事业单位基本养老保→→→\n\n→险缴费支出→4→3→1\n2080506→机关事业单位职业年金缴费支出→5→5→\n`);
    expect(rows.map(inOneLine)).toEqual([
      '2080505 机关事业单位基本养老保险缴费支出 | 合计=4 (4) | 基本支出=3 (3) | 项目支出=1 (1)',
      '2080506 机关事业单位职业年金缴费支出 | 合计=5 (5) | 基本支出=5 (5)',
    ]);
  });
});

describe('units', () => {
  const body = '科目编码→科目名称→合计\n201→一般公共服务支出→1.5\n';
  it.each([
    [`支出表\n单位：万元\n${body}`, '15000'],
    [`支出表\n部门：云川市某局 2023年度 金额单位：元\n${body}`, '1.5'],
    [`支出表\n（单位：人民币亿元）\n${body}`, '150000000'],
    [`支出表\n部门：云川市某局→2023年度→金额单位: 千元\n${body}`, '1500'],
    ['支出表\n科目编码→科目名称→合计（万元）\n201→一般公共服务支出→1.5\n', '15000'],
    ['支出表\n科目编码→科目名称→合计\n201→一般公共服务支出→1.5→单位：万元\n', '15000'],
    ['支出表\n科目编码→科目名称→合计\n单位：万元→→\n201→一般公共服务支出→1.5\n', '15000'],
    [`支出表\n${body}`, null],
    [`支出表\n单位：辆\n${body}`, null],
  ])('reach every cell: %j', (drawn, yuan) => {
    expect(rowsOf(drawn).rows[0]?.cells[0]?.yuan ?? null).toBe(yuan);
  });

  it('that are missing or contradict each other are an issue, and nothing is turned into 元', () => {
    expect(kinds(`支出表\n${body}`)).toContain('table-without-unit');
    const { rows, issues } = rowsOf(`支出表\n单位：元\n单位：万元\n${body}`);
    expect(issues.map((issue) => issue.kind)).toEqual(['table-two-units']);
    expect(rows[0]?.cells[0]?.yuan).toBeNull();
  });

  it('that change in the middle of a table count for the rows below', () => {
    const { rows, issues } = rowsOf(`支出表\n单位：元\n${body}单位：万元\n202→外交支出→2\n`);
    expect(rows.map((row) => row.cells[0]?.yuan)).toEqual(['1.5', '20000']);
    expect(issues.map((issue) => issue.kind)).toEqual(['unit-changes']);
  });

  it('leave percentages and counts alone, and keep signs', () => {
    const [row] = rowsOf('对比表\n单位：万元\n项目→决算数→增减额→增减率→人数\n基本支出→1,200.00→-3.5→-0.29%→12\n').rows;
    expect(row?.cells.map(({ value, yuan }) => [value, yuan])).toEqual([
      ['1200.00', '12000000'],
      ['-3.5', '-35000'],
      ['-0.29', null],
      ['12', null],
    ]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['#REF!', 'cell-unread'],
    ['1, 4', 'cell-unread'],
    ['1234567890123456789012345678901234567890', 'cell-unread'],
  ])('as a figure is an issue at its place, the rest of the row goes on: %s', (cell, kind) => {
    const { text, rows, issues } = rowsOf(`${HEAD}201→一般公共服务支出→100→60→${cell}\n`);
    const found = issues.find((issue) => issue.kind === kind);
    expect(text.slice(found?.at?.start, found?.at?.end)).toBe(cell);
    expect(rows[0]?.cells.map(({ value }) => value)).toEqual(['100', '60', null]);
  });

  it('for want of rows is named', () => {
    expect(kinds(HEAD)).toEqual(['table-without-rows']);
  });

  it('because its title stands alone is absent, and a sentence makes it empty', () => {
    const drawn =
      '第二部分 部门决算表\n一、收入决算表\n二、支出决算表\n三、政府性基金预算财政拨款支出决算表\n本单位无政府性基金预算财政拨款支出。\n第三部分 情况说明\n一、总体情况说明\n';
    const { tables, rows } = rowsOf(drawn);
    expect(tables.map(({ title, status, start }) => [title, status, start === null])).toEqual([
      ['收入决算表', 'absent', true],
      ['支出决算表', 'absent', true],
      ['政府性基金预算财政拨款支出决算表', 'empty', false],
    ]);
    expect(rows).toEqual([]);
  });

  it('because no reader knows the columns of its figures is present without rows, and named', () => {
    const heads = ['“三公”经费', '合计', '因公出国（境）费', '公务接待费', '预算数', '决算数', '预算数', '决算数', '预算数', '决算数'];
    const { rows, tables, issues } = rowsOf(
      `财政拨款“三公”经费支出决算表\n单位：万元\n${[...heads, '2.85', '0.39', '0.00', '0.00', '2.85', '0.39'].join('\n')}\n`,
    );
    expect(rows).toEqual([]);
    expect(tables.map(({ status, rows: count }) => [status, count])).toEqual([['present', 0]]);
    expect(issues.map(({ kind }) => kind)).toEqual(['table-unread']);
    const told = rowsOf('重点工作完成情况表\n一是投入 1.3 亿元，增长 2.5 个百分点。\n二是新增面积 8.0 万方，签约 6.1 亿元。\n');
    expect(told.issues).toEqual([]);
  });

  it('is empty where its heads stand above the sentence', () => {
    const { tables } = rowsOf(
      '政府性基金预算财政拨款收入支出决算表\n单位：万元\n项目   年初结转和结余   本年收入\n合计\n注：本表反映政府性基金收支情况。\n说明：本局没有政府性基金收入和支出，故本表无数据。\n',
    );
    expect(tables.map(({ status }) => status)).toEqual(['empty']);
  });

  it('is a row of 合计 alone: the table is empty', () => {
    expect(rowsOf(`${HEAD}→合 计→→→\n`).tables[0]).toMatchObject({ status: 'empty', rows: 1 });
  });
});
