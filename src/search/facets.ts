import type { MatchAnswer } from '../engine/engine.ts';
import type { FacetName, FacetValue } from '../engine/filters.ts';
import { labelOfValue } from '../query/filters.ts';
import type { FacetEntry } from './answer.ts';
import { byText, type FacetContext, mostFirst } from './facet-entry.ts';
import { type FilterFacet, type SearchRequest, type ShownFacet, shownFacets } from './request.ts';
import { subjectEntries } from './subject-facet.ts';
import { valueToggles } from './toggle.ts';

/** Facets of at most so many values show all of them, those without a hit with 0. */
const MOST_ZEROS = 20;

/** The facets that a request asks for. */
export const facetsAsked = ({ facets }: SearchRequest): readonly ShownFacet[] => {
  if (facets === 'all') return shownFacets;
  return facets === 'none' ? [] : facets;
};

/** As the engine counts them: subjects are counted by code. */
export const facetsToCount = (request: SearchRequest): FacetName[] =>
  facetsAsked(request).map((name) => (name === 'subject' ? 'code' : name));

/** Every asked facet with its entries: year newest first, others by count. Selected values are always there, those with a count are never cut. */
export function makeFacets(counts: MatchAnswer['counts'], context: FacetContext): Record<string, readonly FacetEntry[]> {
  const entries = facetsAsked(context.request).map((name) => {
    if (name === 'subject') return [name, subjectEntries(counts.get('code') ?? new Map(), context)] as const;
    return [name, facetEntries(name, counts.get(name) ?? new Map(), context)] as const;
  });
  return Object.fromEntries(entries);
}

function facetEntries(facet: FilterFacet, counts: ReadonlyMap<FacetValue, number>, context: FacetContext): FacetEntry[] {
  const condition = context.conditions.filters.facets[facet] ?? { include: [], exclude: [] };
  const known = context.known.get(facet) ?? [];
  const zeros = known.length <= MOST_ZEROS ? known : [];
  const values = new Set<FacetValue>([...counts.keys(), ...condition.include, ...condition.exclude, ...zeros]);
  const [selected, excluded] = [new Set(condition.include), new Set(condition.exclude)];
  const toggle = valueToggles(context, facet);
  const entries = [...values].map((value) => ({
    value: shownValue(facet, value),
    label: labelOfValue(facet, value),
    count: counts.get(value) ?? 0,
    selected: selected.has(value),
    excluded: excluded.has(value),
    url: toggle(value),
  }));
  return entries.sort(facet === 'year' ? newestFirst : mostFirst);
}

// 2023
const YEAR = /^\d{1,4}$/;
const shownValue = (facet: FilterFacet, value: FacetValue): FacetEntry['value'] =>
  facet === 'year' && value !== null && YEAR.test(value) ? Number.parseInt(value, 10) : value;

const newestFirst = (a: FacetEntry, b: FacetEntry): number =>
  Number(a.value === null) - Number(b.value === null) || byText(String(b.value), String(a.value));
