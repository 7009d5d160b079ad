import { type FacetFilter, type FacetName, type FacetValue, type Filters, facetNames } from '../filters.ts';
import { boundsIn, hasAmountIn, inRange, scopeOf } from './meilisearch-amounts.ts';
import { encodeValue } from './meilisearch-encode.ts';
import { boundsOf } from './meilisearch-fen.ts';
import { all, either, type Formula, is, not } from './meilisearch-formula.ts';
import type { FoundPlace } from './meilisearch-found.ts';

/** One condition of the filters, as the server reads it and as it is tried on a document that was read. `facet`: the facet whose counts ignore it. */
export interface Condition {
  readonly facet: FacetName | null;
  readonly formula: Formula;
  readonly holds: (place: FoundPlace) => boolean;
}

export function conditionsOf({ facets, reports, codes, fen, measures = [] }: Filters): Condition[] {
  const conditions = facetNames.flatMap((name): Condition[] => {
    const filter = facets[name];
    return filter === undefined || filter.include.length + filter.exclude.length === 0 ? [] : [facetCondition(name, filter)];
  });
  if (codes.length > 0) {
    conditions.push({
      facet: 'code',
      formula: either(codes.map((code) => is('prefixes', encodeValue(code)))),
      holds: ({ code }) => code !== null && codes.some((prefix) => code.startsWith(prefix)),
    });
  }
  if (reports.length > 0) {
    const formula = either(reports.map((id) => is('report', id)));
    conditions.push({ facet: null, formula, holds: ({ entry }) => reports.includes(entry.summary.id) });
  }
  const scope = scopeOf(measures);
  const bounds = boundsIn(scope, fen === null ? null : boundsOf(fen));
  if (bounds !== null)
    conditions.push({ facet: null, formula: inRange(scope, bounds), holds: (place) => hasAmountIn(scope, place, bounds) });
  return conditions;
}

function facetCondition(name: FacetName, { include, exclude }: FacetFilter): Condition {
  const among = (values: readonly FacetValue[]) => either(values.map((value) => is(name, encodeValue(value))));
  const parts = [...(include.length === 0 ? [] : [among(include)]), ...(exclude.length === 0 ? [] : [not(among(exclude))])];
  return {
    facet: name,
    formula: all(parts),
    holds(place) {
      const value = facetOf(place, name);
      return (include.length === 0 || include.includes(value)) && !exclude.includes(value);
    },
  };
}

export function facetOf(place: FoundPlace, name: FacetName): FacetValue {
  const { summary } = place.entry;
  switch (name) {
    case 'year':
      return summary.year === null ? null : String(summary.year);
    case 'department':
    case 'district':
    case 'city':
    case 'reportKind':
    case 'scope':
      return summary[name];
    default:
      return place[name];
  }
}
