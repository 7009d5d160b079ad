import type { FacetName, FacetValue } from '../engine.ts';
import { type Columns, documentFacets, placeInReport } from './sqlite-columns.ts';
import { bitOf, type FailedConditions } from './sqlite-filter.ts';

export interface Counted {
  /** The positions that pass all conditions, in source order. */
  readonly passed: Uint32Array;
  readonly counts: ReadonlyMap<FacetName, ReadonlyMap<FacetValue, number>>;
}

/**
 * One walk over the matches: a document that passes counts in every facet, one that fails nothing but facet F counts in F,
 * so that the siblings of a chosen value stay visible. Facets of reports are summed by report first.
 */
export function countMatches(matched: Uint32Array, facets: readonly FacetName[], failed: FailedConditions, columns: Columns): Counted {
  const { shared, reports, values } = columns;
  const tallies = documentFacets
    .filter((name) => facets.includes(name))
    .map((name) => ({ name, bit: bitOf(name), column: shared[name], counts: new Uint32Array(values.texts[name].length) }));
  const documentsOfReport = new Uint32Array(reports.length);
  const nameCounts = () => {
    const counts = new Map<FacetName, ReadonlyMap<FacetValue, number>>();
    for (const name of facets) {
      const place = placeInReport(name);
      const numbers =
        place === undefined
          ? tallies.find((tally) => tally.name === name)?.counts
          : sumReports(name, place, documentsOfReport, failed, columns);
      counts.set(name, named(numbers ?? new Uint32Array(0), values.texts[name]));
    }
    return counts;
  };
  if (failed.nothing) {
    for (const { column, counts } of tallies) tally(matched, column, counts);
    tally(matched, shared.report, documentsOfReport);
    return { passed: matched, counts: nameCounts() };
  }
  const passed = new Uint32Array(matched.length);
  let size = 0;
  for (let index = 0; index < matched.length; index++) {
    const position = matched[index] ?? 0;
    const report = shared.report[position] ?? 0;
    const ofReport = failed.ofReport[report] ?? 0;
    const ofDocument = failed.ofDocument === null ? 0 : failed.ofDocument(position);
    if (ofDocument === 0) {
      documentsOfReport[report] = (documentsOfReport[report] ?? 0) + 1;
      if (ofReport === 0) passed[size++] = position;
    }
    if (ofReport !== 0) continue;
    for (const { bit, column, counts } of tallies) {
      if (ofDocument !== 0 && ofDocument !== bit) continue;
      const value = column[position] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return { passed: size === matched.length ? matched : passed.slice(0, size), counts: nameCounts() };
}

function tally(positions: Uint32Array, column: Uint32Array, counts: Uint32Array): void {
  for (let index = 0; index < positions.length; index++) {
    const value = column[positions[index] ?? 0] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
}

/** Counts of a facet of reports; a report that fails nothing but this facet counts too. */
function sumReports(
  name: FacetName,
  place: number,
  documents: Uint32Array,
  failed: FailedConditions,
  { reports, values }: Columns,
): Uint32Array {
  const counts = new Uint32Array(values.texts[name].length);
  for (const [ordinal, { facets }] of reports.entries()) {
    const bits = failed.ofReport[ordinal] ?? 0;
    if (bits !== 0 && bits !== bitOf(name)) continue;
    const value = facets[place] ?? 0;
    counts[value] = (counts[value] ?? 0) + (documents[ordinal] ?? 0);
  }
  return counts;
}

function named(counts: Uint32Array, texts: readonly FacetValue[]): ReadonlyMap<FacetValue, number> {
  const out = new Map<FacetValue, number>();
  for (const [number, count] of counts.entries()) if (count > 0) out.set(texts[number] ?? null, count);
  return out;
}
