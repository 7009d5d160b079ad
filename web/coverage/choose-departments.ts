import type { ReportSummary } from '../../src/model/report.ts';
import { foldString } from '../../src/text/normal-form.ts';
import type { Matrix, MatrixCell } from './matrix.ts';

/** What of the coverage is asked for: departments whose names hold `name` (empty: all), of these only those that lack a report that is expected, or the one of a report. `page` is from 1. */
export interface CoverageAsked {
  readonly name: string;
  readonly report: string | null;
  readonly lacking: boolean;
  readonly page: number;
}

/** A page of the departments, with their reports in source order. */
export interface ChosenDepartments {
  readonly matrix: Matrix;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly reports: readonly ReportSummary[];
  /** Of all departments, how many expected reports are not here, and how many files of such could not be read. */
  readonly lacks: { readonly missing: number; readonly unread: number };
}

/** A department has a row of the matrix, and a table for each of its reports: so many stay below 60 KB. */
const DEPARTMENTS_A_PAGE = 40;

export function chooseDepartments(matrix: Matrix, { name, report, lacking, page }: CoverageAsked): ChosenDepartments {
  const wanted = foldString(name);
  const rows = matrix.rows.filter(
    (row) =>
      foldString(row.department ?? '').includes(wanted) &&
      (!lacking || row.cells.some(isLacking)) &&
      (report === null || reportsOf([row]).some((indexed) => indexed.id === report)),
  );
  const from = (page - 1) * DEPARTMENTS_A_PAGE;
  const shown = rows.slice(from, from + DEPARTMENTS_A_PAGE);
  return {
    matrix: { ...matrix, rows: shown },
    total: rows.length,
    page,
    pages: Math.ceil(rows.length / DEPARTMENTS_A_PAGE),
    reports: reportsOf(shown).filter(({ id }) => report === null || id === report),
    lacks: countLacks(matrix),
  };
}

/** Expected, and not here to be read. */
const isLacking = (cell: MatrixCell): boolean => cell.state === 'unread' || (cell.state === 'missing' && cell.expected);

function countLacks({ rows }: Matrix): ChosenDepartments['lacks'] {
  const lacking = rows.flatMap(({ cells }) => cells.filter(isLacking));
  const unread = lacking.filter(({ state }) => state === 'unread').length;
  return { missing: lacking.length - unread, unread };
}

const reportsOf = (rows: Matrix['rows']): ReportSummary[] =>
  rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.state === 'indexed' ? cell.reports : [])));
