import type { ReportSummary } from '../../src/model/report.ts';
import { foldString } from '../../src/text/normal-form.ts';

const filtered = ['department', 'district', 'city', 'year', 'reportKind', 'scope'] as const;
export type ReportFilters = { readonly [name in (typeof filtered)[number]]: readonly string[] };

/** The same filters as in a search: alternatives within one name, all names hold, `-` before a value excludes it, empty is "not stated". */
export function filterReports(reports: readonly ReportSummary[], asked: ReportFilters): readonly ReportSummary[] {
  const conditions = filtered.filter((name) => asked[name].length > 0).map((name) => ({ name, ...readValues(asked[name]) }));
  return reports.filter((report) =>
    conditions.every(({ name, include, exclude }) => {
      const value = comparable(report[name]);
      return (include.size === 0 || include.has(value)) && !exclude.has(value);
    }),
  );
}

function readValues(values: readonly string[]) {
  const include = new Set(values.filter((value) => !value.startsWith('-')).map(foldString));
  const exclude = new Set(values.filter((value) => value.startsWith('-')).map((value) => foldString(value.slice(1))));
  return { include, exclude };
}

const comparable = (value: string | number | null): string => (value === null ? '' : foldString(String(value)));
