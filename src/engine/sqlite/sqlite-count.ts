import type { FacetName, FacetValue } from '../filters.ts';
import type { Columns } from './sqlite-columns.ts';
import { type facetColumns, placeInReport } from './sqlite-entries.ts';
import { bitOf, type FailedConditions } from './sqlite-filter.ts';
import type { FacetValues } from './sqlite-values.ts';

/** How many documents have each value, by facet and number of the value. */
export type FacetCounts = ReadonlyMap<FacetName, Uint32Array>;

/**
 * A document that passes counts in every facet, one that fails nothing but facet F counts in F, so that the siblings of a chosen value
 * stay visible. One plain loop a facet: they are the cost of a search that matches much. Facets of reports are summed by report first.
 */
export function countFacets(
  { matched, failed }: { readonly matched: Uint32Array; readonly failed: FailedConditions | null },
  facets: readonly FacetName[],
  columns: Columns,
): FacetCounts {
  const { shared, values } = columns;
  const counts = new Map<FacetName, Uint32Array>();
  const documents = facets.some((name) => placeInReport(name) !== undefined) ? documentsByReport(matched, failed, columns) : null;
  for (const name of facets) {
    const tally = { counts: new Uint32Array(values.texts[name].length), bit: bitOf(name), failed };
    const place = placeInReport(name);
    if (place !== undefined && documents !== null) addReports(tally, documents, place, columns);
    else if (isOfDocument(name)) addDocuments(tally, matched, shared[name], shared.report);
    counts.set(name, tally.counts);
  }
  return counts;
}

const isOfDocument = (name: FacetName): name is (typeof facetColumns)[number] => placeInReport(name) === undefined;

/** The counting of one facet: by number of the value, those that fail nothing but its own condition, which is `bit`. */
interface Tally {
  readonly counts: Uint32Array;
  readonly bit: number;
  readonly failed: FailedConditions | null;
}

/** How many documents of each report fail nothing of their own. */
function documentsByReport(matched: Uint32Array, failed: FailedConditions | null, { shared, reports }: Columns): Uint32Array {
  const counts = new Uint32Array(reports.length);
  const ofDocument = failed?.ofDocument;
  for (let index = 0; index < matched.length; index++) {
    if (ofDocument !== undefined && ofDocument[index] !== 0) continue;
    const report = shared.report[matched[index] ?? 0] ?? 0;
    counts[report] = (counts[report] ?? 0) + 1;
  }
  return counts;
}

/** Adds the `documents` of each report to the value that it has at `place`. */
function addReports({ counts, bit, failed }: Tally, documents: Uint32Array, place: number, { reports }: Columns): void {
  for (const [ordinal, { facets }] of reports.entries()) {
    const bits = failed?.ofReport[ordinal] ?? 0;
    if (bits !== 0 && bits !== bit) continue;
    const value = facets[place] ?? 0;
    counts[value] = (counts[value] ?? 0) + (documents[ordinal] ?? 0);
  }
}

/** Adds each document that matched to the value that it has in `column`; `report` is the column of their reports. */
function addDocuments({ counts, bit, failed }: Tally, matched: Uint32Array, column: Uint32Array, report: Uint32Array): void {
  if (failed === null) {
    addAll(counts, matched, column);
    return;
  }
  const { ofReport, ofDocument } = failed;
  for (let index = 0; index < matched.length; index++) {
    const position = matched[index] ?? 0;
    const bits = ofDocument[index] ?? 0;
    if ((bits !== 0 && bits !== bit) || ofReport[report[position] ?? 0] !== 0) continue;
    const value = column[position] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
}

function addAll(counts: Uint32Array, matched: Uint32Array, column: Uint32Array): void {
  for (let index = 0; index < matched.length; index++) {
    const value = column[matched[index] ?? 0] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
}

/** The positions that fail nothing. */
export function passing(matched: Uint32Array, { ofReport, ofDocument }: FailedConditions, report: Uint32Array): Uint32Array {
  const out = new Uint32Array(matched.length);
  let size = 0;
  for (let index = 0; index < matched.length; index++) {
    const position = matched[index] ?? 0;
    if (ofDocument[index] === 0 && ofReport[report[position] ?? 0] === 0) out[size++] = position;
  }
  return out.slice(0, size);
}

/** The counts above zero by the values themselves. */
export function nameCounts(counts: FacetCounts, { texts }: FacetValues): ReadonlyMap<FacetName, ReadonlyMap<FacetValue, number>> {
  const named = new Map<FacetName, ReadonlyMap<FacetValue, number>>();
  for (const [name, numbers] of counts) {
    const values = new Map<FacetValue, number>();
    for (let number = 0; number < numbers.length; number++) {
      const count = numbers[number] ?? 0;
      if (count > 0) values.set(texts[name][number] ?? null, count);
    }
    named.set(name, values);
  }
  return named;
}
