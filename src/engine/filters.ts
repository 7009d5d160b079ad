import type { Measure } from '../model/amount.ts';
import { documentFacets, reportFacets } from '../model/facet.ts';
import type { FenRange } from '../query/ast.ts';

/** The facets of one value a document. `code` is the document's subject code; trees of subjects are made above. */
export const facetNames = [...reportFacets, ...documentFacets, 'code'] as const;
export type FacetName = (typeof facetNames)[number];
/** null: the document has no such value. Years are their digits. */
export type FacetValue = string | null;

/** Conditions beside the query. Within one facet values are alternatives, conditions of different facets all hold. */
export interface Filters {
  readonly facets: { readonly [name in FacetName]?: FacetFilter };
  /** Report ids; empty: all. */
  readonly reports: readonly string[];
  /** Subject codes, each taking everything beneath it; empty: all. */
  readonly codes: readonly string[];
  /** Some amount of the document lies in the range. */
  readonly fen: FenRange | null;
  /**
   * Where measures are named, `fen` and the orders by amount speak of the money that facts stated in the document give in one of them,
   * unsigned and signed; documents without such a fact do not pass. Absent or empty: of all amounts.
   */
  readonly measures?: readonly Measure[];
}

/** `include` empty: every value. Values are exact values of the index (see Reader.values). */
export interface FacetFilter {
  readonly include: readonly FacetValue[];
  readonly exclude: readonly FacetValue[];
}

export const noFilters: Filters = { facets: {}, reports: [], codes: [], fen: null };
