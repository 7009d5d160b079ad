import type { FacetEntry } from './answer.ts';
import type { Conditions, KnownValues } from './conditions.ts';
import type { SearchRequest } from './request.ts';

/** What every entry of a facet is made from. */
export interface FacetContext {
  readonly request: SearchRequest;
  readonly conditions: Conditions;
  readonly known: KnownValues;
  readonly base: string;
}

/** By code units: the same everywhere. */
export const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
/** Most hits first; documents without a value after all others of the same count. */
export const mostFirst = (a: FacetEntry, b: FacetEntry): number =>
  b.count - a.count || Number(a.value === null) - Number(b.value === null) || byText(String(a.value), String(b.value));
