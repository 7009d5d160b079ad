import type { SmallReport } from './small-index.ts';

/** Numbers below `limit` from a seed (mulberry32): the same on every run. */
export function seeded(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const words = [
  '纾困',
  '贷款',
  '贴息',
  '公务用车',
  '购置费',
  '支出',
  '决算',
  '预算',
  '增加',
  '科学技术',
  '招商引资',
  '培训',
  '物业',
  '维修',
  '青禾区',
  '企业',
  '补贴',
  '专项',
  '资金',
  '绩效',
];
const joints = ['', '', '，', ' ', '\u3000', '、', '的', '与'];
const departments = ['云川市青禾区财政局', '云川市青禾区科学技术和经济信息化局', '云川市教育局', '云川市青禾区人民政府办公室'];
const categories = ['收支总体', '支出', '名词解释', '“三公”经费', '附件绩效'] as const;
const kinds = ['passage', 'passage', 'passage', 'row', 'heading'] as const;
const codes = ['2060101', '2060499', '2010301', '30201', undefined, undefined];

/** Reports of lines put together from a small vocabulary, so that every query finds something and facets differ. */
export function seededReports(seed: number, count: number, lines: number): SmallReport[] {
  const random = seeded(seed);
  const pick = <T>(all: readonly T[]): T => all[random(all.length)] as T;
  const sentence = () => Array.from({ length: 2 + random(8) }, () => pick(words) + pick(joints)).join('');
  const amount = () => (random(3) === 0 ? `${random(900) + 1}.${random(90) + 10}万元` : random(6) === 0 ? `${random(9) + 1}00000元` : '');
  return Array.from({ length: count }, (_, n) => ({
    department: departments[n % departments.length] ?? '',
    ...(n % 3 === 2 ? {} : { district: '青禾区' }),
    city: '云川市',
    year: 2022 + (n % 2),
    reportKind: n % 4 === 3 ? ('预算' as const) : ('决算' as const),
    lines: Array.from({ length: lines }, () => {
      const kind = pick(kinds);
      const code = kind === 'row' ? pick(codes) : undefined;
      return {
        text: `${sentence()}${amount()}${sentence()}`.replace(/[\s\u3000]+$/, '终'),
        kind,
        category: pick(categories),
        ...(kind === 'row' ? { table: '支出决算表' } : {}),
        ...(code ? { code, codeName: '某科目' } : {}),
      };
    }),
  }));
}
