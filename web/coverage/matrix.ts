import type { ReportKind, ReportSummary } from '../../src/model/report.ts';
import { foldString } from '../../src/text/normal-form.ts';
import type { Coverage } from '../api/answers.ts';
import type { ExpectedReport } from './expected.ts';

type Unread = Coverage['unread'][number];

/** What is known of the reports of one department, year and kind. `expected` where a list says that there should be one. */
export type MatrixCell =
  | { readonly state: 'indexed'; readonly reports: readonly ReportSummary[] }
  | { readonly state: 'unread'; readonly file: string }
  | { readonly state: 'missing'; readonly expected: boolean };

/** A column: a year (null: not stated) and a kind (null: not stated). */
export interface MatrixColumn {
  readonly year: number | null;
  readonly kind: ReportKind | null;
}

export interface Matrix {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly { readonly department: string | null; readonly cells: readonly MatrixCell[] }[];
}

/** Reports by department, year and kind, with those that are expected and not here. Names are compared folded; nothing is added up. */
export function makeMatrix(reports: readonly ReportSummary[], expected: readonly ExpectedReport[], unread: readonly Unread[]): Matrix {
  const columns = columnsOf(reports, expected);
  const departments = new Map<string, string | null>();
  for (const { department } of [...reports, ...expected]) {
    const key = keyOf(department);
    if (!departments.has(key)) departments.set(key, department);
  }
  const ownReports = Map.groupBy(reports, ({ department }) => keyOf(department));
  const ownExpected = Map.groupBy(expected, ({ department }) => keyOf(department));
  const rows = [...departments].map(([key, department]) => ({
    department,
    cells: columns.map((column) => cellOf(column, ownReports.get(key) ?? [], ownExpected.get(key) ?? [], unread)),
  }));
  return { columns, rows };
}

const keyOf = (department: string | null): string => (department === null ? '' : foldString(department));

/** Years ascending, within one the budget before the accounts; what is not stated last. */
function columnsOf(reports: readonly ReportSummary[], expected: readonly ExpectedReport[]): readonly MatrixColumn[] {
  const all = [
    ...reports.map(({ year, reportKind }): MatrixColumn => ({ year, kind: reportKind })),
    ...expected.map(({ year, kind }): MatrixColumn => ({ year, kind })),
  ];
  const known = new Map(all.map((column) => [`${column.year ?? '9999'} ${kindOrder[column.kind ?? '']}`, column]));
  return [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, column]) => column);
}

const kindOrder: Readonly<Record<string, string>> = { 预算: '1', 决算: '2', '': '3' };

function cellOf(
  { year, kind }: MatrixColumn,
  reports: readonly ReportSummary[],
  expected: readonly ExpectedReport[],
  unread: readonly Unread[],
): MatrixCell {
  const here = reports.filter((report) => report.year === year && report.reportKind === kind);
  if (here.length > 0) return { state: 'indexed', reports: here };
  const wanted = expected.find((one) => one.year === year && one.kind === kind);
  if (wanted === undefined) return { state: 'missing', expected: false };
  const offered = unread.find(({ file }) => isFileOf(file, wanted));
  return offered === undefined ? { state: 'missing', expected: true } : { state: 'unread', file: offered.file };
}

/** By the name that the list gives, else by a name that says department, year and kind. */
function isFileOf(path: string, { department, year, kind, file }: ExpectedReport): boolean {
  const name = path.split(/[/\\]/).at(-1) ?? path;
  if (file !== null) return name === file || path === file;
  const folded = foldString(name);
  return folded.includes(foldString(department)) && folded.includes(String(year)) && folded.includes(foldString(kind));
}
