import { describe, expect, it } from 'vitest';
import { departmentsCalled } from '../../src/search/department-alias.ts';

const names = {
  science: '云川市青禾区科学技术和经济信息化局',
  reform: '云川市青禾区发展和改革局',
  office: '云川市青禾区人民政府办公室',
  finance: '云川市财政局',
  health: '云川市卫生健康委员会',
  housing: '云川市住房和城乡建设局',
  people: '云川市人力资源和社会保障局',
};

describe('departmentsCalled', () => {
  it.each([
    ['科经局', 'science'],
    ['区科经局', 'science'],
    ['经信局', 'science'],
    ['发改局', 'reform'],
    ['青禾区发改局', 'reform'],
    ['政府办', 'office'],
    ['青禾区政府办', 'office'],
    ['财政局', 'finance'],
    ['云川市财政局', 'finance'],
    ['卫健委', 'health'],
    ['住建局', 'housing'],
    ['人社局', 'people'],
  ] as const)('knows %s', (short, department) => {
    expect(departmentsCalled(short, Object.values(names))).toEqual([names[department]]);
  });

  it.each(['公务用车', '财政', '局', '教育局', '发改委', '信科局', '支出决算', ''])('takes %j for no department', (text) => {
    expect(departmentsCalled(text, Object.values(names))).toEqual([]);
  });
});
