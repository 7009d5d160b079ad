import { InvalidInputError } from '../../errors.ts';
import { type FacetFilter, type FacetName, type FacetValue, type Filters, facetNames } from '../engine.ts';
import { encodeValue } from './meilisearch-encode.ts';
import { boundsOf, hasAmount } from './meilisearch-fen.ts';
import { all, either, type Formula, is, not } from './meilisearch-formula.ts';
import type { FoundPlace } from './meilisearch-found.ts';

/** One condition of the filters, as the server reads it and as it is tried on a document that was read. `facet`: the facet whose counts ignore it. */
export interface Condition {
  readonly facet: FacetName | null;
  readonly formula: Formula;
  readonly holds: (place: FoundPlace) => boolean;
}

/** Throws InvalidInputError where measures are named: see the engine's capabilities. */
export function conditionsOf({ facets, reports, codes, fen, measures = [] }: Filters): Condition[] {
  if (measures.length > 0)
    throw new InvalidInputError('measure', '此检索引擎（Meilisearch）不能按指标限定金额，请去掉指标，或用 /api/facts 按指标查找');
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
  if (fen !== null) {
    const bounds = boundsOf(fen);
    conditions.push({ facet: null, formula: { kind: 'range', field: 'fen', ...bounds }, holds: (place) => hasAmount(place.fen, bounds) });
  }
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

export function facetOf({ entry: { summary }, ...place }: FoundPlace, name: FacetName): FacetValue {
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
