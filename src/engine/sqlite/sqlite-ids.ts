import { documentId } from '../../model/document.ts';
import type { Columns } from './sqlite-columns.ts';
import type { ReportEntry } from './sqlite-entries.ts';

// 9c1f00aa9c1f00aa-3001
const ID = /^(.+)-(\d{1,10})$/;

/** Document ids are made of the report and the start, so that they need no index of their own. */
export function idAt({ shared, reports }: Columns, position: number): string {
  return documentId(reports[shared.report[position] ?? 0]?.id ?? '', shared.start[position] ?? 0);
}

/** Finds documents by id; undefined: there is none of that id. */
export function createIdLookup({ shared, reports }: Columns): (id: string) => number | undefined {
  const byId = new Map<string, ReportEntry>(reports.map((report) => [report.id, report]));
  return (id) => {
    const [, reportId = '', digits = ''] = ID.exec(id) ?? [];
    const report = byId.get(reportId);
    if (report === undefined) return undefined;
    const start = Number.parseInt(digits, 10);
    const position = lowerBound(shared.start, start, report.base, report.base + report.documents);
    return position < report.base + report.documents && shared.start[position] === start && digits === String(start) ? position : undefined;
  };
}

/** The first index from `from` to `to` whose value is not below `wanted`; `to` where there is none. */
export function lowerBound(list: Uint32Array, wanted: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
