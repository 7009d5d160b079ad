import { anyFact, type FactFilters, type FactOrder } from '../engine/facts.ts';
import type { FacetFilter } from '../engine/filters.ts';
import { figureById, figuresNamed } from '../figures/lookup.ts';
import type { Measure } from '../model/amount.ts';
import { parseQuery } from '../query/parse.ts';
import { foldString } from '../text/normal-form.ts';
import { type KnownValues, resolveConditions } from './conditions.ts';
import { type SearchRequest, searchRequestSchema } from './request.ts';
import { codesOfTyped } from './typed-codes.ts';

/** The filters of a search that facts have too: `table` is the fact's own, `category` and `kind` those of the document that states it. */
type SharedFilters = Partial<
  Pick<
    SearchRequest,
    'department' | 'district' | 'city' | 'year' | 'reportKind' | 'scope' | 'category' | 'kind' | 'table' | 'code' | 'report' | 'min' | 'max'
  >
>;

/** Which facts a person or program asks for: the parameters of GET /api/facts, read but not yet resolved against the index. */
export interface FactConditions extends SharedFilters {
  /** Names of subjects, projects or figures, or ids of figures, compared folded. */
  readonly item?: readonly string[];
  /** Names or codes of subjects; each takes everything beneath it. */
  readonly subject?: readonly string[];
  readonly measure?: readonly Measure[];
  /** Years; empty: facts whose period nothing says. */
  readonly period?: readonly string[];
}

export type FactSort = FactOrder;

/** Looks the conditions up in the index. Throws InvalidInputError for `min` and `max` that are no amounts. */
export function resolveFactFilters(asked: FactConditions, known: KnownValues): FactFilters {
  const { item = [], subject = [], measure = [], period = [], ...shared } = asked;
  const { filters, codes } = resolveConditions(searchRequestSchema.parse(shared), parseQuery(''), known);
  const { code: _, ...facets } = filters.facets;
  return {
    ...anyFact,
    facets,
    reports: filters.reports,
    codes: withSubjects(codes, subject),
    names: item.length === 0 ? null : namesMeant(item),
    measures: measure,
    periods: period.map((year) => (year === '' ? null : year)),
    fen: filters.fen,
  };
}

const withSubjects = ({ include, exclude }: FacetFilter, subjects: readonly string[]): FacetFilter => ({
  include: [...include, ...subjects.flatMap(codesOfTyped)],
  exclude,
});

/** A name means the items that fold alike and the figures that bear it: 公务接待费支出 is the figure 公务接待费 too. */
export function namesMeant(items: readonly string[]): NonNullable<FactFilters['names']> {
  const figures = items.flatMap((item) => [figureById(item), ...figuresNamed(item)].filter((figure) => figure !== null));
  return { items: [...new Set(items.map(foldString))], figures: [...new Set(figures.map(({ id }) => id))], codes: [] };
}
