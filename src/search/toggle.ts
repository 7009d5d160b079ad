import type { FacetFilter, FacetValue } from '../engine/filters.ts';
import type { Conditions } from './conditions.ts';
import { searchUrls } from './links.ts';
import type { FilterFacet, SearchRequest } from './request.ts';

/** What a toggle starts from. */
export interface Toggled {
  readonly request: SearchRequest;
  readonly conditions: Conditions;
  readonly base: string;
}

/**
 * Gives the URL of the same search with one value of a facet chosen, or no longer chosen (or excluded). The first page again.
 * Filters of that facet that were typed in the query leave it and become parameters, so that they can be switched off one by one.
 */
export function valueToggles({ request, conditions, base }: Toggled, facet: FilterFacet): (value: FacetValue) => string {
  const typed = conditions.typed.filter((one) => one.facet === facet).map((one) => one.typed);
  const url = searchUrls(base, { ...request, q: withoutRanges(request.q, typed), page: 1 }, facet);
  const given = writtenFilter(conditions.filters.facets[facet] ?? { include: [], exclude: [] });
  return (value) => url(toggle(given, written(value)));
}

/** Gives the URL of the same search with one subject code (null: none) chosen or no longer; a code takes the place of those above and beneath it. */
export function codeToggles({ request, conditions, base }: Toggled): (code: string | null) => string {
  const typed = conditions.typed.filter((one) => one.facet === 'code').map((one) => one.typed);
  const { include } = conditions.codes;
  const given = writtenFilter(conditions.codes);
  const url = searchUrls(base, { ...request, q: withoutRanges(request.q, typed), page: 1 }, 'code');
  return (code) => {
    const isKin = (one: FacetValue) => one !== null && code !== null && one !== code && (one.startsWith(code) || code.startsWith(one));
    const kin = new Set(include.filter(isKin).map(written));
    const others = given.filter((one) => !kin.has(one));
    return url(toggle(others, written(code)));
  };
}

/** Without a value: the empty one. */
const written = (value: FacetValue): string => value ?? '';

/** As parameters, with the values that the index has. */
const writtenFilter = ({ include, exclude }: FacetFilter): string[] => [
  ...include.map(written),
  ...exclude.map((value) => `-${written(value)}`),
];

function toggle(given: readonly string[], value: string): string[] {
  const isIt = (one: string) => one === value || one === `-${value}`;
  return given.some(isIt) ? given.filter((one) => !isIt(one)) : [...given, value];
}

/** What was typed without some ranges of it (ascending, disjoint), single spaces between what is left. */
export function withoutRanges(text: string, ranges: readonly { readonly at: number; readonly end: number }[]): string {
  if (ranges.length === 0) return text;
  const kept = ranges.map(({ at }, n) => text.slice(ranges[n - 1]?.end ?? 0, at));
  return [...kept, text.slice(ranges.at(-1)?.end ?? 0)]
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .join(' ');
}
