import type { Measure } from '../model/amount.ts';
import type { Fact } from '../model/fact.ts';
import type { ReportSummary } from '../model/report.ts';
import type { FenRange } from '../query/ast.ts';
import type { FacetFilter, FacetName } from './filters.ts';

/**
 * Conditions on facts; all of them hold. Facets of a report are those of the fact's report, `category` and `kind` those of the document that
 * states it, `table` is the fact's own. An engine needs equality on single values, prefixes of codes and one range of numbers, nothing else.
 */
export interface FactFilters {
  readonly facets: { readonly [name in Exclude<FacetName, 'code'>]?: FacetFilter };
  /** Report ids; empty: all. */
  readonly reports: readonly string[];
  /** Subject codes, each taking everything beneath it; null: facts without one. */
  readonly codes: FacetFilter;
  /**
   * The fact's item in normal form is one of `items`, or its subject code is just one of `codes`, or it has no code and its figure is one of `figures`
   * (a subject's row under a column of that figure is not the figure itself); null: any.
   */
  readonly names: FactNames | null;
  /** Empty: all. */
  readonly measures: readonly Measure[];
  /** Empty: all; null: facts whose period nothing says. */
  readonly periods: readonly (string | null)[];
  /** In fen, signed: a decrease is below zero. What is not money, or not a whole number of fen below 9e15, lies in no range. */
  readonly fen: FenRange | null;
}

export interface FactNames {
  readonly items: readonly string[];
  readonly figures: readonly string[];
  readonly codes: readonly string[];
}

export const anyFact: FactFilters = {
  facets: {},
  reports: [],
  codes: { include: [], exclude: [] },
  names: null,
  measures: [],
  periods: [],
  fen: null,
};

/**
 * `source`: reports in source order, within one in the order of the text. It breaks all ties.
 * `value` and `-value`: money by its signed fen; then what is not money by its number as printed; money that no range can hold last.
 */
export type FactOrder = 'source' | 'value' | '-value';

export interface FactRequest {
  readonly filters: FactFilters;
  readonly order: FactOrder;
  readonly from: number;
  readonly size: number;
}

export interface FoundFact {
  readonly fact: Fact;
  readonly report: ReportSummary;
}

/** A name under which facts stand: item as printed, subject code and figure together. `facts` and `reports` count those that meet the filters. */
export interface FactItem {
  readonly item: string;
  readonly code: string | null;
  readonly figure: string | null;
  readonly facts: number;
  readonly reports: number;
}

/** The order of names: those of most reports first, then of most facts, then by item, code and figure. */
export const mostReportsFirst = (a: FactItem, b: FactItem): number =>
  b.reports - a.reports || b.facts - a.facts || byText(a.item, b.item) || byText(a.code, b.code) || byText(a.figure, b.figure);

/** By code units, null last. */
const byText = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1);
