import { describe, expect, it } from 'vitest';
import { outlineText } from '../../../indexer/outline/outline-text.ts';
import { readIdentity } from '../../../indexer/outline/read-identity.ts';

const read = (text: string, fileName = 'report.txt') => {
  const whole = { text, pages: null };
  const { identity, issues } = readIdentity(whole, outlineText(whole), fileName);
  return { values: Object.fromEntries(Object.entries(identity).map(([field, stated]) => [field, stated?.value])), identity, issues };
};

const BODY = '\n\n第一部分 概况\n一、主要职能\n本部门负责有关工作。\n';

describe('readIdentity', () => {
  it.each([
    [
      '云川市青江区水务局 2024 年度部 门决算',
      { department: '云川市青江区水务局', city: '云川市', district: '青江区', year: 2024, reportKind: '决算', scope: '部门汇总' },
    ],
    [
      '上海市普陀区规划和自然\n资源局\n2024 年度部门决算',
      { department: '上海市普陀区规划和自然资源局', city: '上海市', district: '普陀区', year: 2024 },
    ],
    ['国家信访局\n2024 年度部门决算\n\n二〇二五年七月', { department: '国家信访局', year: 2024, reportKind: '决算' }],
    ['2026年烟台市财政局部门预算', { department: '烟台市财政局', city: '烟台市', year: 2026, reportKind: '预算' }],
    ['西安市财政局（汇总）\n\n2026年部门预算公开说明', { department: '西安市财政局', city: '西安市', scope: '部门汇总' }],
    ['中共重庆市委宣传部2026年部门预算情况', { department: '中共重庆市委宣传部', city: '重庆市', year: 2026 }],
    ['昆明市人民政府办公室机关2026年预算公开', { department: '昆明市人民政府办公室', city: '昆明市', scope: '本级' }],
    ['云川市图书馆二〇二四年度单位决算', { department: '云川市图书馆', year: 2024, scope: '单位' }],
    ['云川市教育局２０２３年度部门决算', { department: '云川市教育局', year: 2023, reportKind: '决算' }],
    ['2019 年佛山市轨道交通局 部门决算', { department: '佛山市轨道交通局', city: '佛山市', year: 2019 }],
  ])('reads %j', (cover, wanted) => {
    const { values } = read(cover + BODY);
    expect(values).toMatchObject(wanted);
    if (!('district' in wanted)) expect(values).not.toHaveProperty('district');
  });

  it('says where each field was read', () => {
    const text = `云川市青江区水务局 2024 年度部门决算${BODY}`;
    const { identity } = read(text);
    expect(identity.department).toEqual({ value: '云川市青江区水务局', from: 'title', at: { start: 0, end: 9 } });
    expect(text.slice(identity.year?.at?.start, identity.year?.at?.end)).toBe('2024');
  });

  it('finds the body in a sentence where no title is printed', () => {
    const text =
      '第一部分 云川市青江区水务局概况\n一、机构设置情况\n纳入云川市青江区水务局2024年度部门决算编制范围的单位包括：\n1.云川市青江区水务局';
    expect(read(text)).toMatchObject({
      values: { department: '云川市青江区水务局', district: '青江区', city: '云川市', year: 2024, reportKind: '决算' },
      identity: { department: { from: 'text' } },
      issues: [],
    });
  });

  it('takes the body from the line above a table where the title names only the place', () => {
    const text =
      '上海市普陀区2026年区级单位预算\n预算单位：上海市普陀区司法局\n\n目录\n一、单位主要职能\n二、单位预算表\n\n一、单位主要职能\n本单位负责有关工作。';
    expect(read(text).values).toMatchObject({
      department: '上海市普陀区司法局',
      district: '普陀区',
      city: '上海市',
      year: 2026,
      reportKind: '预算',
      scope: '单位',
    });
  });

  it('decides no city by a district that several cities have', () => {
    expect(read(`鼓楼区财政局2024年度部门决算${BODY}`).values).not.toHaveProperty('city');
    expect(read(`洪山区财政局2024年度部门决算${BODY}`).values).toMatchObject({ district: '洪山区', city: '武汉市' });
  });

  it('believes the content before the file name and says that they differ', () => {
    const { values, issues } = read(`云川市水务局2024年度部门决算${BODY}`, '云川市水务局2022年度部门预算.txt');
    expect(values).toMatchObject({ year: 2024, reportKind: '决算' });
    expect(issues.map(({ message }) => message)).toEqual(['年度：标题为“2024”，文件名为“2022”', '报告种类：标题为“决算”，文件名为“预算”']);
  });

  it('takes from the file name what the content does not say', () => {
    expect(read('本部门负责有关工作。', 'juesuan-2021.txt').identity).toEqual({ year: { value: 2021, from: 'file-name', at: null } });
  });

  it('takes the fuller name of the same body', () => {
    expect(read(`青江区水务局2024年部门综合预算\n编制单位：云川市青江区水务局${BODY}`).values).toMatchObject({
      department: '云川市青江区水务局',
      city: '云川市',
      reportKind: '预算',
      scope: '部门汇总',
    });
  });

  it('states nothing of an empty text and says so', () => {
    const { identity, issues } = read('', 'a.txt');
    expect(identity).toEqual({});
    expect(issues.map(({ message }) => message)).toEqual(['正文未载明部门', '正文未载明年度', '正文未载明报告种类']);
  });
});
