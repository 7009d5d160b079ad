import { describe, expect, it } from 'vitest';
import { summarise } from '../../../src/model/report.ts';
import { chooseDepartments } from '../../../web/coverage/choose-departments.ts';
import { makeMatrix } from '../../../web/coverage/matrix.ts';
import { finance } from '../support/house.ts';

const reports = Array.from({ length: 95 }, (_, n) => ({
  ...summarise(finance.report),
  id: String(n).padStart(16, '0'),
  department: `云川市第${n + 1}局`,
}));
const matrix = makeMatrix(reports, [], []);
const everything = { name: '', report: null, lacking: false, page: 1 };
const choose = (asked: Partial<typeof everything> | { report: string }) => chooseDepartments(matrix, { ...everything, ...asked });

describe('the departments of a page of the coverage', () => {
  it('are all on some page, each once, with their reports', () => {
    const pages = [1, 2, 3].map((page) => choose({ page }));
    expect(pages.map(({ total, pages }) => ({ total, pages }))).toEqual(Array(3).fill({ total: 95, pages: 3 }));
    expect(pages.flatMap(({ reports }) => reports.map(({ id }) => id))).toEqual(reports.map(({ id }) => id));
    expect(choose({ page: 4 }).reports).toEqual([]);
  });

  it('are those whose names hold what is typed, in any width', () => {
    expect(choose({ name: '第 9０ 局' }).matrix.rows.map(({ department }) => department)).toEqual(['云川市第90局']);
    expect(choose({ name: '没有' }).total).toBe(0);
  });

  it('are the one of a report, on whatever page it would be', () => {
    const { total, reports: shown } = choose({ report: '0000000000000088' });
    expect({ total, shown: shown.map(({ department }) => department) }).toEqual({ total: 1, shown: ['云川市第89局'] });
  });

  it('are those that lack what is expected, counted over all', () => {
    const expected = [1, 50, 96, 97].map((n) => ({
      department: `云川市第${n}局`,
      year: 2023,
      kind: '决算' as const,
      file: n === 97 ? 'a.pdf' : null,
    }));
    const unread = [{ file: 'in/a.pdf', sha256: '0', reason: 'no-text-layer' as const, message: '' }];
    const { matrix, lacks } = chooseDepartments(makeMatrix(reports, expected, unread), { ...everything, lacking: true });
    expect(matrix.rows.map(({ department }) => department)).toEqual(['云川市第96局', '云川市第97局']);
    expect(lacks).toEqual({ missing: 1, unread: 1 });
  });
});
