import type { Report } from '../../model/report.ts';
import type { FacetName, FacetValue } from '../filters.ts';
import { encodeValue, isLongValue } from './meilisearch-encode.ts';
import { placeOf } from './meilisearch-place.ts';
import { keyOf } from './meilisearch-store.ts';

/** What all lines of one version of a report share. */
export interface Shared {
  readonly key: string;
  readonly report: string;
  readonly born: number;
  readonly place: string;
  /** To sort by; absent where there is none. */
  readonly yearNumber: { readonly yearNumber?: number };
  /** The facet values of the report as they are compared. */
  readonly facets: Readonly<Record<ReportFacet, string>>;
  /** A value as it is compared. */
  readonly facet: (value: FacetValue) => string;
  /** The values so far that are too long to be compared, by their encoded form. */
  readonly long: ReadonlyMap<string, string>;
}

type ReportFacet = Exclude<FacetName, 'category' | 'kind' | 'table' | 'code'>;

export function sharedOf(report: Report, born: number): Shared {
  const long = new Map<string, string>();
  const facet = (value: FacetValue) => {
    const encoded = encodeValue(value);
    if (value !== null && isLongValue(encoded)) long.set(encoded, value);
    return encoded;
  };
  return {
    key: keyOf(report.id, born),
    report: report.id,
    born,
    place: placeOf(report),
    yearNumber: report.year === null ? {} : { yearNumber: report.year },
    facets: {
      department: facet(report.department),
      district: facet(report.district),
      city: facet(report.city),
      year: facet(report.year === null ? null : String(report.year)),
      reportKind: facet(report.reportKind),
      scope: facet(report.scope),
    },
    facet,
    long,
  };
}
