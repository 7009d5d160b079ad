import { describe, expect, it } from 'vitest';
import { inOneLine, rowsOf } from './rows-of.ts';

const read = (drawn: string): string[] => rowsOf(drawn).rows.map(inOneLine);
const HEAD = '某项目自评表\n→一级指标→二级指标→指标名称→年初目标值(A)→实际完成值(B)→得分\n';

describe('an indicator', () => {
  it.each([
    ['in its columns', '年度绩效指标→产出指标→数量指标→培训次数→≥3次→4次→5'],
    ['one column to the left', '→数量指标→培训次数→≥3次→4次→5→'],
    ['with a blank behind its name', '→→数量指标→培训次数→→≥3次→4次→5'],
    ['without its levels', '→→→培训次数→≥3次→4次→5'],
    ['one cell a line', '产出指标→→→→→→\n数量指标→→→→→→\n培训次数→→→→→→\n≥3次→→→→→→\n4次→→→→→→\n5→→→→→→'],
  ])('is read %s', (_, row) => {
    expect(read(`${HEAD}${row}\n`).at(-1)).toBe('培训次数 | 年初目标值(A)=≥3次 (-) | 实际完成值(B)=4次 (-) | 得分=5 (-)');
  });

  it('that is none has a name and no figures', () => {
    expect(read(`${HEAD}→→时效指标→无→→→\n`)).toEqual(['无']);
  });

  it('with a cell too few stays text', () => {
    expect(read(`${HEAD}→→数量指标→培训次数→4次→5→\n`).at(-1)).toMatch(/\?$/);
  });

  it('stands beneath the figures of the project, whose unit is in the head at the left', () => {
    const money = '预算执行情况（万元）(20分)→年度财政资金总额→预算数(A)→执行数(B)→执行率(B/A)→得分\n→→20.5→20→97.56%→19.5\n';
    expect(read(`某项目自评表\n基本支出总额→1.5万元→→项目支出总额→20万元→\n${money}`)).toEqual([
      '基本支出总额 | =1.5万元 (15000)',
      '项目支出总额 | =20万元 (200000)',
      ' | 预算数(A)=20.5 (205000) | 执行数(B)=20 (200000) | 执行率(B/A)=97.56% (-) | 得分=19.5 (-)',
    ]);
  });
});

describe('the ministry’s table of a project', () => {
  const drawn = [
    '灌区清淤项目绩效自评表',
    '项目资金（万元）→→→→年初预算数→全年预算数→全年执行数→分值→执行率→→得分',
    '→→年度资金总额：→→70.61→70→65.8→10→94%→→9.4',
    '→→其中：财政拨款→→70.61→70→65.8→--→94%→→--',
    '年度总体目标→预期目标→→→→→实际完成情况→→→→',
    '→清淤 12 公里→→→→→清淤 11 公里→→→→',
    '绩效指标→一级指标→二级指标→三级指标→→年度指标值→实际完成值→分值→得分→偏差原因分析及改进措施→',
    '→产出指标→数量指标→清淤长度→→≥12公里→11公里→20→18→雨季停工→',
    '→→质量指标→验收合格率→→100%→100%→20→20→→',
    '总分→→→→→→→100→97.4→→',
  ].join('\n');

  it('is read by where its figures stand, under labels merged over blank columns', () => {
    expect(read(drawn).filter((row) => !row.startsWith('实际') && !row.startsWith('清淤1'))).toEqual([
      '年度资金总额： | 年初预算数=70.61 (706100) | 全年预算数=70 (700000) | 全年执行数=65.8 (658000) | 分值=10 (-) | 执行率=94% (-) | 得分=9.4 (-)',
      '其中：财政拨款 | 年初预算数=70.61 (706100) | 全年预算数=70 (700000) | 全年执行数=65.8 (658000) | 执行率=94% (-)',
      '清淤长度 | 年度指标值=≥12公里 (-) | 实际完成值=11公里 (-) | 分值=20 (-) | 得分=18 (-)',
      '验收合格率 | 年度指标值=100% (-) | 实际完成值=100% (-) | 分值=20 (-) | 得分=20 (-)',
      '总分 | 分值=100 (-) | 得分=97.4 (-)',
    ]);
  });
});

describe('a performance table without TABs', () => {
  const drawn = [
    '2022 年度“公共机房”项目自评表',
    '单位名称（盖章）：云川市某局',
    '预算执行情况（万元）',
    '（20 分）',
    '预算数（A）',
    '执行数',
    '（B）',
    '执行率（B/A）',
    '得分',
    '（20 分*执行率）',
    '3 2.3 76.67% 15.3',
    '一级指',
    '标',
    '二级指标 指标名称',
    '年初目标',
    '值（A）',
    '实际完成值（B） 得分',
    '产出指',
    '标',
    '数量指标',
    '机房巡检完',
    '成率',
    '100% 100% 10',
    '质量指标 巡检合格率 ≥ 90% 95% 10',
    '时效指标',
    '效益指',
    '标',
    '社会效益指',
    '标',
    '服务稳定 达标 较好 20',
    '备注：',
    '预算数为调整后的数。',
  ];

  it.each([['\n'], ['\n\n']])('is read with lines parted by %j', (end) => {
    expect(read(drawn.join(end))).toEqual([
      ' | 预算数（A）=3 (30000) | 执行数（B）=2.3 (23000) | 执行率（B/A）=76.67% (-) | 得分（20分*执行率）=15.3 (-)',
      '机房巡检完成率 | 年初目标值（A）=100% (-) | 实际完成值（B）=100% (-) | 得分=10 (-)',
      '巡检合格率 | 年初目标值（A）=≥90% (-) | 实际完成值（B）=95% (-) | 得分=10 (-)',
      '服务稳定 | 年初目标值（A）=达标 (-) | 实际完成值（B）=较好 (-) | 得分=20 (-)',
    ]);
  });

  it('stays text where a number stands among the heads, so that no one knows how many they are', () => {
    const { rows } = rowsOf(drawn.with(16, '实际完成值（B）\n14\n得分').join('\n'));
    expect(rows.slice(1).map(({ cells, doubt }) => [cells.length, doubt])).toEqual(
      Array.from({ length: 3 }, () => [0, '表头被打断，无法确定有几栏']),
    );
  });

  it('has records begun by their number', () => {
    const { rows } = rowsOf(
      '重点工作完成情况表\n→序号\n→重要事项\n→工作内容及目标\n→完成情况\n\n→1\n→修路\n→修路 5 公里。\n→已完成\n\n→2\n→建桥\n→建桥 1 座。\n→已完成\n',
    );
    expect(rows.map((row) => [row.lineNo, row.name, row.printed.length, row.doubt])).toEqual([
      ['1', '修路', 4, null],
      ['2', '建桥', 4, null],
    ]);
  });

  const head = '支出决算表\n单位：万元\n科目编码 科目名称 合计 基本支出 项目支出\n';
  it('has rows of subjects with a figure for each head', () => {
    expect(read(`${head}合 计 9 5 4\n201 一般公共服务支出 6 4 2\n202 外交支出 3.00 1.00 2.00\n`)).toEqual([
      '合计 | 合计=9 (90000) | 基本支出=5 (50000) | 项目支出=4 (40000)'.replace('合计 |', '合计 |'),
      '201 一般公共服务支出 | 合计=6 (60000) | 基本支出=4 (40000) | 项目支出=2 (20000)',
      '202 外交支出 | 合计=3.00 (30000) | 基本支出=1.00 (10000) | 项目支出=2.00 (20000)',
    ]);
  });

  it('stays text where blank cells cannot be seen', () => {
    const { rows, issues } = rowsOf(`${head}201 一般公共服务支出 6 4 2\n202 外交支出 3.00 1.00\n203 国防支出 3.00 1.00\n`);
    expect(rows.map((row) => [row.code, row.cells.length, row.doubt === null])).toEqual([
      ['201', 0, false],
      ['202', 0, false],
      ['203', 0, false],
    ]);
    expect(issues.map((issue) => issue.kind)).toEqual(['table-unread']);
  });
});
