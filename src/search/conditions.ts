import { type FacetFilter, type FacetName, type FacetValue, type Filters, noFilters } from '../engine/filters.ts';
import { InvalidInputError } from '../errors.ts';
import { intersect, readBound } from '../query/amount-term.ts';
import type { FenRange } from '../query/ast.ts';
import { labelOfValue } from '../query/filters.ts';
import type { ParsedQuery, QueryWarning, TypedFilter } from '../query/parse.ts';
import { foldName } from '../text/fold-name.ts';
import { foldString } from '../text/normal-form.ts';
import { type FilterFacet, filterFacets, type SearchRequest } from './request.ts';
import { codesOfTyped, isNoCode, shownCode } from './typed-codes.ts';

/** The values that some document has, by facet. */
export type KnownValues = ReadonlyMap<FacetName, readonly string[]>;

/** A typed filter after it was looked up: the facet it turned out to be of, and its values. `note` names them where they are not just what was typed. */
export interface ResolvedFilter {
  readonly typed: TypedFilter;
  readonly facet: FilterFacet | 'code' | 'amount';
  readonly values: readonly string[];
  readonly note: string | null;
}

/** What a request and its query ask beside words: filters for the engine, and what stands behind them for links and reasons. */
export interface Conditions {
  readonly filters: Filters;
  /** The subject codes as asked: prefixes, null for documents without one. */
  readonly codes: FacetFilter;
  readonly typed: readonly ResolvedFilter[];
  readonly warnings: readonly QueryWarning[];
}

/**
 * Looks up all conditions in the index. A parameter's value is compared folded with the values that there are; one that no document has
 * stays as given and matches nothing. A typed part takes every value that holds it. Throws InvalidInputError for `min` and `max` that are no amounts.
 */
export function resolveConditions(request: SearchRequest, parsed: ParsedQuery, known: KnownValues): Conditions {
  const typed = parsed.filters.map((filter) => resolveTyped(filter, known));
  const facets: { [name in FacetName]?: FacetFilter } = {};
  for (const facet of filterFacets) {
    const condition = facetCondition(facet, request[facet], typed, known);
    if (condition.include.length > 0 || condition.exclude.length > 0) facets[facet] = condition;
  }
  const codes = codesAsked(request.code, typed);
  const exact = codesUnder(codes, known.get('code') ?? []);
  if (exact.include.length > 0 || exact.exclude.length > 0) facets.code = exact;
  const prefixes = exact.include.length > 0 ? [] : codes.include.filter((code) => code !== null);
  const filters: Filters = {
    ...noFilters,
    facets,
    reports: request.report,
    codes: prefixes,
    fen: amountCondition(request, typed),
    measures: request.measure,
  };
  return { filters, codes, typed, warnings: [...typed.flatMap(warningOf), ...rangeWarning(filters.fen)] };
}

function facetCondition(facet: FilterFacet, given: readonly string[], typed: readonly ResolvedFilter[], known: KnownValues): FacetFilter {
  const own = typed.filter((one) => one.facet === facet);
  if (own.length === 0 && given.length === 0) return { include: [], exclude: [] };
  const resolve = valueFinder(known.get(facet) ?? []);
  const include = given.filter((value) => !value.startsWith('-')).flatMap(resolve);
  const exclude = given.filter((value) => value.startsWith('-')).flatMap((value) => resolve(value.slice(1)));
  for (const { typed: filter, values } of own) (filter.excluded ? exclude : include).push(...values);
  return { include: [...new Set(include)], exclude: [...new Set(exclude)] };
}

/** A given value as the index has it: the very value, else all that fold as it does. Empty: documents without a value. */
function valueFinder(values: readonly string[]): (given: string) => FacetValue[] {
  const known = new Set(values);
  const byFolded = new Map<string, string[]>();
  for (const value of values) {
    const folded = foldName(value);
    byFolded.set(folded, [...(byFolded.get(folded) ?? []), value]);
  }
  return (given) => {
    if (given === '') return [null];
    return known.has(given) ? [given] : (byFolded.get(foldString(given)) ?? [given]);
  };
}

/** Looks a typed filter up: in its facets one after the other, those first that have the very value, then those that hold the part. */
function resolveTyped(typed: TypedFilter, known: KnownValues): ResolvedFilter {
  const { filter, text } = typed;
  if (filter.reading === 'range') return resolved(typed, 'amount', [], text);
  if (filter.reading === 'code') return resolved(typed, 'code', codesOfTyped(text), text);
  const facets = filter.facets;
  const wanted = foldString(text);
  for (const fits of filter.reading === 'equals' ? [isSame] : [isSame, holds]) {
    for (const facet of facets) {
      const values = (known.get(facet) ?? []).filter((value) => fits(foldName(value), wanted, foldName(labelOfValue(facet, value))));
      if (values.length > 0) return resolved(typed, facet, values.sort(), text);
    }
  }
  return resolved(typed, facets[0] ?? 'department', [text], text);
}

type Fits = (value: string, wanted: string, label: string) => boolean;
// 2023 and 2023年, 洪山区 and 洪山: an ending that says the kind of value may be typed or left out
const ENDING = /(?:年度?|市|区|县)$/;
const isSame: Fits = (value, wanted, label) =>
  value === wanted || label === wanted || value.replace(ENDING, '') === wanted || value === wanted.replace(ENDING, '');
const holds: Fits = (value, wanted, label) => value.includes(wanted) || label.includes(wanted);

const MOST_SHOWN = 5;

function resolved(typed: TypedFilter, facet: ResolvedFilter['facet'], values: readonly string[], text: string): ResolvedFilter {
  const names = facet === 'amount' || facet === 'code' ? values.map(shownCode) : values.map((value) => labelOfValue(facet, value));
  const isSaid = names.length === 0 || (names.length === 1 && names[0] === text);
  const more = names.length > MOST_SHOWN ? ` 等 ${names.length} 个` : '';
  return { typed, facet, values, note: isSaid ? null : `${names.slice(0, MOST_SHOWN).join('、')}${more}` };
}

function codesAsked(given: readonly string[], typed: readonly ResolvedFilter[]): FacetFilter {
  const read = (code: string): FacetValue => (foldString(code) === '' ? null : foldString(code));
  const include = given.filter((code) => !code.startsWith('-')).map(read);
  const exclude = given.filter((code) => code.startsWith('-')).map((code) => read(code.slice(1)));
  for (const one of typed) if (one.facet === 'code') (one.typed.excluded ? exclude : include).push(...one.values);
  return { include: [...new Set(include)], exclude: [...new Set(exclude)] };
}

/** What prefixes of codes cannot say, as exact codes: exclusions, and "without a code" beside others. */
function codesUnder({ include, exclude }: FacetFilter, known: readonly string[]): FacetFilter {
  const under = (asked: readonly FacetValue[]): FacetValue[] => [
    ...asked.filter((code) => code === null),
    ...known.filter((code) => asked.some((prefix) => prefix !== null && code.startsWith(prefix))),
  ];
  return { include: include.includes(null) ? under(include) : [], exclude: under(exclude) };
}

function amountCondition(request: SearchRequest, typed: readonly ResolvedFilter[]): FenRange | null {
  const ranges = typed.flatMap((one) => (one.typed.fen === null ? [] : [one.typed.fen]));
  if (request.min !== undefined) ranges.push({ from: bound('min', request.min).from, to: null });
  if (request.max !== undefined) ranges.push({ from: null, to: bound('max', request.max).to });
  return ranges.length === 0 ? null : ranges.reduce(intersect);
}

/** No amount lies in a range whose end is below its beginning. */
function rangeWarning(range: FenRange | null): QueryWarning[] {
  if (range === null || range.from === null || range.to === null || range.from <= range.to) return [];
  return [{ at: 0, message: '金额的下限高于上限，没有金额同时符合' }];
}

function bound(where: 'min' | 'max', text: string): FenRange {
  const range = readBound(text);
  if (range === null) throw new InvalidInputError(where, `“${text}”不是金额，请写元数或带单位，例如 5000000、500万元、1.2亿`);
  return range;
}

function warningOf({ typed, facet, values }: ResolvedFilter): QueryWarning[] {
  if (facet !== 'code' || !isNoCode(values)) return [];
  return [{ at: typed.at, message: `没有名为“${typed.text}”的科目` }];
}
