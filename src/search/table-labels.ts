import { foldName } from '../text/fold-name.ts';
import { foldString } from '../text/normal-form.ts';
import type { Census, NamedTable } from './census.ts';
import type { SearchRequest } from './request.ts';

/**
 * The same request with titles in place of labels, because only titles are indexed. One label has other titles in other reports (公开03表 of a budget,
 * of final accounts), so there may be several requests: each for the reports that share their titles, no report in two of them.
 * Where a report prints one title under two labels, both are meant.
 */
export async function withoutLabels(request: SearchRequest, census: Census): Promise<readonly SearchRequest[]> {
  const titles = new Set((await census.values()).get('table')?.map(foldName));
  const isUnknown = (value: string) => value !== '' && !titles.has(foldString(value));
  if (!request.table.map(bare).some(isUnknown)) return [request];
  const groups = new Map<string, { readonly table: readonly string[]; readonly report: string[] }>();
  for (const [report, tables] of await census.tables()) {
    if (request.report.length > 0 && !request.report.includes(report)) continue;
    const table = request.table.flatMap((asked) => titlesOf(asked, tables));
    const key = JSON.stringify(table);
    const group = groups.get(key) ?? { table, report: [] };
    group.report.push(report);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({ ...request, ...group }));
}

const isExcluded = (value: string): boolean => value.startsWith('-');
const bare = (value: string): string => (isExcluded(value) ? value.slice(1) : value);

/** A value that is no label of the report stays as it is: a title, or nothing that is here. */
function titlesOf(asked: string, tables: readonly NamedTable[]): readonly string[] {
  const wanted = foldString(bare(asked));
  const named = tables.filter(({ label }) => label !== null && foldString(label) === wanted);
  if (named.length === 0) return [asked];
  return [...new Set(named.map(({ title }) => (isExcluded(asked) ? `-${title}` : title)))];
}
