import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMentions } from '../../src/search/mentions.ts';

const science = '云川市青禾区科学技术和经济信息化局';
const office = '云川市青禾区人民政府办公室';
const centre = '云川市青禾区农业技术推广中心';
const names = [science, office, centre];

describe('readMentions', () => {
  it.each([
    ['科经局', [science], null, ''],
    ['云川市青禾区人民政府办公室', [office], null, ''],
    ['农业技术推广中心', [centre], null, ''],
    ['青禾区政府办2023年惠企周转金投入多少钱', [office], '2023', '惠企周转金投入'],
    ['科经局的三公经费为什么下降', [science], null, '三公经费'],
    ['科经局2023年一共花了多少钱', [science], '2023', '支出合计'],
    ['2023年科经局的公务接待费是多少', [science], '2023', '公务接待费'],
    ['公务用车花了多少钱?', [], null, '公务用车'],
    ['公务用车有几辆', [], null, '公务用车'],
    ['科经局有几辆公务用车', [science], null, '公务用车'],
    ['科经局2022年应急处置为什么大幅增加', [science], '2022', '应急处置'],
    ['请问科经局公务用车', [science], null, '公务用车'],
    ['2022年度住房公积金', [], '2022', '住房公积金'],
    ['采购茶几', [], null, '采购茶几'],
    ['科经局,全年新增企业42家', [science], null, '全年新增企业42家'],
  ] as const)('reads whose report %s is about, and what it asks for', (typed, departments, year, gist) => {
    expect(readMentions(typed, names)).toEqual({ departments, year, gist });
  });

  it.each([
    ['基本支出多少', '基本支出'],
    ['项目支出是多少?', '项目支出'],
    ['研发投入多少', '研发投入'],
    ['以旧换新补贴支出了多少钱', '以旧换新补贴'],
    ['粮食挂账消化了多少', '粮食挂账消化'],
    ['低保户补贴发了多少', '低保户补贴'],
    ['减税降费一共多少亿', '减税降费'],
    ['绩效自评得了多少分', '绩效自评'],
    ['人员经费和公用经费各多少', '人员经费和公用经费'],
    ['项目支出占总支出多少', '项目支出占总支出'],
    ['机关运行经费同比下降的原因', '机关运行经费'],
    ['应急处置为什么超预算', '应急处置'],
    ['党建经费怎么花的', '党建经费'],
    ['下属单位有哪些', '下属单位'],
    ['公务接待接待了哪些人', '公务接待接待'],
    ['什么是机关运行经费', '机关运行经费'],
    ['哪个部门的三公经费最高', '三公经费'],
    ['全年收入多少', '收入合计'],
  ])('takes from %s what asks', (typed, gist) => {
    expect(readMentions(typed, names).gist).toBe(gist);
  });

  it.each([
    '公务用车',
    '查处违法案件',
    '发现的问题及原因',
    '费用',
    '教育局公务接待费',
    '多少',
    '为什么',
    '2023',
    '13608.60万元',
    '区级财政局面',
    '支出多少与科经局有关',
    '',
  ])('leaves %j as it is', (typed) => {
    expect(readMentions(typed, names)).toEqual({ departments: [], year: null, gist: typed });
  });

  it('never throws, keeps a part of what was typed, and is quick', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'科经局年2023的多少钱是有几，,?政府办公室') }), (typed) => {
        const { gist } = readMentions(typed, names);
        expect(typed).toContain(gist);
      }),
      { numRuns: 1_000, seed: 11 },
    );
    const began = performance.now();
    readMentions(`${'是有'.repeat(190)}多少`, names);
    readMentions(`${'花了'.repeat(190)}少`, names);
    readMentions('局'.repeat(400), names);
    expect(performance.now() - began).toBeLessThan(200);
  });
});
