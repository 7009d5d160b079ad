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
    ['青禾区政府办2023年惠企周转金投入多少钱', [office], '2023', '惠企周转金'],
    ['2023年科经局的公务接待费是多少', [science], '2023', '公务接待费'],
    ['公务用车花了多少钱?', [], null, '公务用车'],
    ['公务用车有几辆', [], null, '公务用车'],
    ['科经局有几辆公务用车', [science], null, '公务用车'],
    ['科经局2022年应急处置为什么大幅增加', [science], '2022', '应急处置'],
    ['请问科经局公务用车', [science], null, '公务用车'],
    ['2022年度住房公积金', [], '2022', '住房公积金'],
    ['科经局,全年新增企业42家', [science], null, '全年新增企业42家'],
  ] as const)('reads whose report %s is about, and what it asks for', (typed, departments, year, gist) => {
    expect(readMentions(typed, names)).toEqual({ departments, year, gist });
  });

  it.each(['公务用车', '教育局公务接待费', '多少', '为什么', '2023', '13608.60万元', '区级财政局面', '支出多少与科经局有关', ''])(
    'leaves %j as it is',
    (typed) => {
      expect(readMentions(typed, names)).toEqual({ departments: [], year: null, gist: typed });
    },
  );

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
    readMentions('局'.repeat(400), names);
    expect(performance.now() - began).toBeLessThan(200);
  });
});
