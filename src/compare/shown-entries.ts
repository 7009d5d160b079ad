import type { Reader } from '../engine/engine.ts';
import type { FactFilters } from '../engine/facts.ts';
import type { FacetFilter } from '../engine/filters.ts';
import { reportFacets } from '../model/facet.ts';
import type { ReportSummary } from '../model/report.ts';
import type { CompareRequest } from './compare-request.ts';
import type { Entry } from './entry.ts';
import { isAsked } from './find-facts.ts';
import type { Silent } from './make-entries.ts';
import { meets } from './order-entries.ts';

/** Whether an entry passes what was not asked of the engine: years and reports, for the year before is needed to measure against, and conditions. */
export function isShown(entry: Entry, { period, where }: CompareRequest, { facets, reports }: FactFilters): boolean {
  if (reports.length > 0 && !reports.includes(entry.report.id)) return false;
  if (!passes(facets.year, entry.report.year === null ? null : String(entry.report.year))) return false;
  if (period.length > 0 && !period.includes(entry.period ?? '')) return false;
  return where === undefined || meets(entry, where);
}

const passes = (filter: FacetFilter | undefined, value: string | null): boolean =>
  filter === undefined || ((filter.include.length === 0 || filter.include.includes(value)) && !filter.exclude.includes(value));

/** Reports that pass the filters and state nothing of what is asked for, or nothing in the slice that is. */
export async function silentReports(
  reader: Reader,
  entries: readonly Entry[],
  { request, filters }: { readonly request: CompareRequest; readonly filters: FactFilters },
): Promise<Silent[]> {
  const { where, period, slice } = request;
  if (!isAsked(request) || where !== undefined || period.length > 0) return [];
  const speaking = new Set(entries.filter((entry) => slice === undefined || entry.slice === slice).map(({ report }) => report.id));
  const isWanted = (report: ReportSummary): boolean =>
    !speaking.has(report.id) &&
    (filters.reports.length === 0 || filters.reports.includes(report.id)) &&
    reportFacets.every((name) => passes(filters.facets[name], report[name] === null ? null : String(report[name])));
  const byReport = Map.groupBy(entries, ({ report }) => report.id);
  const elsewhere = (id: string): number =>
    (byReport.get(id) ?? []).reduce((sum, { measures }) => sum + [...measures.values()].flat().length, 0);
  return (await reader.reports()).filter(isWanted).map((report) => ({ kind: 'silent', report, elsewhere: elsewhere(report.id) }));
}
