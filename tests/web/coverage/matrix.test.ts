import { describe, expect, it } from 'vitest';
import { type Report, type ReportSummary, summarise } from '../../../src/model/report.ts';
import { makeMatrix } from '../../../web/coverage/matrix.ts';
import { culture, finance } from '../support/house.ts';

const summary = ({ report }: { report: Report }): ReportSummary => summarise(report);
const reports = [summary(finance), summary(culture)];
const states = (matrix: ReturnType<typeof makeMatrix>) =>
  matrix.rows.map(({ department, cells }) => [
    department,
    ...cells.map((cell) => (cell.state === 'missing' && cell.expected ? 'expected' : cell.state)),
  ]);

describe('the matrix of departments, years and kinds', () => {
  it('has a column for each year and kind that some report has', () => {
    const matrix = makeMatrix(reports, [], []);
    expect(matrix.columns).toEqual([
      { year: 2022, kind: '决算' },
      { year: 2023, kind: '决算' },
    ]);
    expect(states(matrix)).toEqual([
      ['云川市青禾区财政局', 'missing', 'indexed'],
      ['云川市文化馆', 'indexed', 'missing'],
    ]);
  });

  it('tells what is expected and not here from what nobody asked for, and puts the budget before the accounts', () => {
    const wanted = { department: '云川市文化馆', year: 2023, file: null };
    const matrix = makeMatrix(
      reports,
      [
        { ...wanted, kind: '预算' },
        { ...wanted, department: '云川市 文化馆', kind: '决算' },
      ],
      [],
    );
    expect(matrix.columns.map(({ year, kind }) => `${year}${kind}`)).toEqual(['2022决算', '2023预算', '2023决算']);
    expect(states(matrix)[1]).toEqual(['云川市文化馆', 'indexed', 'expected', 'expected']);
  });

  it('knows a file that could not be read by the name in the list, else by department, year and kind in its name', () => {
    const unread = [
      { file: 'in/a.pdf', sha256: null, reason: 'no-text-layer', message: '扫描件' },
      { file: 'in/云川市文化馆2024年预算.pdf', sha256: null, reason: 'no-text-layer', message: '扫描件' },
    ];
    const expected = [
      { department: '云川市档案馆', year: 2023, kind: '决算' as const, file: 'a.pdf' },
      { department: '云川市文化馆', year: 2024, kind: '预算' as const, file: null },
    ];
    expect(states(makeMatrix(reports, expected, unread)).slice(1)).toEqual([
      ['云川市文化馆', 'indexed', 'missing', 'unread'],
      ['云川市档案馆', 'missing', 'unread', 'missing'],
    ]);
  });
});
