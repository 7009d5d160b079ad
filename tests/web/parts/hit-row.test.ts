import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../src/search/answer.ts';
import { lookOf, showHead, showHitRow } from '../../../web/parts/hit-row.ts';

/** A row of a table that is printed one cell a line, blank lines between: its text has lost them as noise. */
const cell = (column: string, start: number) => ({ column, text: '144.83', value: '144.83', yuan: '1448300', start, end: start + 6 });
const row: NonNullable<Hit['row']> = {
  header: ['', '', '合计', '基本支出', '项目支出'],
  printed: [
    { start: 100, end: 107, at: [0, 7] },
    { start: 109, end: 114, at: [7, 12] },
    { start: 116, end: 122, at: [12, 18] },
    { start: 124, end: 130, at: [18, 24] },
    { start: 130, end: 130, at: [24, 24] },
  ],
  cells: [cell('合计', 116), cell('基本支出', 124)],
  unit: '万元',
  line: 9,
  side: null,
  code: '2210201',
  name: '住房公积金',
};
const hit: Hit = {
  id: 'r-100',
  kind: 'row',
  level: 'literal',
  score: 1,
  report: {
    id: 'r',
    title: null,
    department: null,
    district: null,
    city: null,
    year: null,
    reportKind: null,
    scope: null,
    file: 'r.txt',
    url: '/reports/r',
  },
  path: [],
  category: null,
  table: '支出决算表',
  code: '2210201',
  codeName: '住房公积金',
  codeInferred: false,
  text: '2210201住房公积金144.83144.83',
  highlights: [[7, 12]],
  source: { start: 100, end: 130, page: null, line: 9, matches: [[109, 114]], url: '/reports/r?at=109-114' },
  amounts: [],
  row,
};

describe('a row among the hits', () => {
  const shown = String(showHitRow(hit, row, (_, { start, end }) => `/at/${start}-${end}`));
  const cells = [...shown.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, inside]) => inside);

  it('has a cell for each printed one, the empty ones too', () => {
    expect(cells).toEqual([
      '2210201',
      '<mark>住房公积金</mark>',
      '<a class="cell" href="/at/116-122">144.83</a>',
      '<a class="cell" href="/at/124-130">144.83</a>',
      '',
    ]);
  });

  it('names the columns of code and name where the table prints no heads above them', () => {
    const heads = [...shown.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/g)].map(([, head]) => head);
    expect(heads).toEqual(['科目编码', '名称', '合计', '基本支出', '项目支出']);
  });
});

describe('a cell', () => {
  it.each([
    ['2,558.02', null, 'figure'],
    ['-3.5', null, 'figure'],
    ['99.91%', null, 'figure'],
    ['1,234', null, 'figure'],
    ['0', '得分', 'figure'],
    ['1', '收入/行次', 'code'],
    ['13', '收入/行次', 'code'],
    ['02', '科目编码/款', 'code'],
    ['30217', null, 'code'],
    ['2023', null, 'code'],
    ['一般公共服务', '名称', 'words'],
    ['', null, 'words'],
  ] as const)('of %j under %j is set as a %s', (printed, head, look) => {
    expect(lookOf(printed, head)).toBe(look);
  });

  it('has a head that wraps between its levels', () => {
    expect(String(showHead('本年支出/基本<支出'))).toBe('本年支出/<wbr>基本&lt;支出');
  });
});
