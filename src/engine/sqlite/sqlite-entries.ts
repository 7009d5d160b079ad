import type { DatabaseSync } from 'node:sqlite';
import { documentFacets, reportFacets } from '../../model/facet.ts';
import type { FacetName } from '../filters.ts';
import { integerOf, textOf } from './sqlite-rows.ts';
import type { FacetValues } from './sqlite-values.ts';

/** A report as facets, filters and orders see it. Its documents have the positions from `base` to `base + documents`, exclusive. */
export interface ReportEntry {
  readonly number: number;
  readonly id: string;
  readonly first: number;
  readonly documents: number;
  readonly length: number;
  readonly base: number;
  readonly facets: readonly number[];
}

/** The facets of a document alone, each a column; those that all documents of a report share stand in `ReportEntry.facets` in the order of `reportFacets`. */
export const facetColumns = [...documentFacets, 'code'] as const;

const places = new Map<FacetName, number>(reportFacets.map((name, place) => [name, place]));
/** Where a facet stands in `ReportEntry.facets`; undefined: it is one of a document alone. */
export const placeInReport = (name: FacetName): number | undefined => places.get(name);

/** All reports in source order, with the positions of their documents. */
export function readEntries(db: DatabaseSync, values: FacetValues): ReportEntry[] {
  const rows = db
    .prepare('select number, id, first, documents, length, department, district, city, year, report_kind, scope from report')
    .all()
    .map((row) => ({
      number: integerOf(row.number),
      id: textOf(row.id),
      first: integerOf(row.first),
      documents: integerOf(row.documents),
      length: integerOf(row.length),
      facets: [row.department, row.district, row.city, row.year, row.report_kind, row.scope].map(integerOf),
    }));
  const keyed = rows.map((row) => ({ row, key: sourceKey(row, values) }));
  keyed.sort((a, b) => compareKeys(a.key, b.key));
  let base = 0;
  return keyed.map(({ row }) => {
    const entry = { ...row, base };
    base += row.documents;
    return entry;
  });
}

/** Source order of reports: city, district, department, year, reportKind, id; what is missing comes last. */
function sourceKey({ id, facets }: { readonly id: string; readonly facets: readonly number[] }, { texts }: FacetValues): (string | null)[] {
  const text = (name: (typeof reportFacets)[number]) => texts[name][facets[reportFacets.indexOf(name)] ?? 0] ?? null;
  return [text('city'), text('district'), text('department'), text('year'), text('reportKind'), id];
}

function compareKeys(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null;
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -1 : 1;
  }
  return 0;
}
