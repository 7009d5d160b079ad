import type { Measure } from '../../model/amount.ts';
import { type FacetFilter, type FacetName, type FacetValue, type Filters, facetNames } from '../filters.ts';
import type { Columns } from './sqlite-columns.ts';
import { facetColumns, placeInReport } from './sqlite-entries.ts';
import { anyAmount, boundsOf, type FenBounds } from './sqlite-fen.ts';
import type { FacetValues } from './sqlite-values.ts';

/** Filters made ready for the columns: which value numbers pass, per facet; a facet without condition is not listed. */
export interface PlainFilters {
  readonly facets: readonly { readonly name: FacetName; readonly filter: FacetFilter }[];
  readonly codes: readonly string[];
  readonly reports: readonly string[];
  readonly bounds: FenBounds | null;
  /** Empty: bounds and orders speak of all amounts of a document. */
  readonly measures: readonly Measure[];
}

export const plainFilters = ({ facets, codes, reports, fen, measures = [] }: Filters): PlainFilters => ({
  facets: facetNames.flatMap((name) => {
    const filter = facets[name];
    return filter === undefined || (filter.include.length === 0 && filter.exclude.length === 0) ? [] : [{ name, filter }];
  }),
  codes,
  reports,
  bounds: fen !== null ? boundsOf(fen) : measures.length > 0 ? anyAmount : null,
  measures,
});

export const hasConditions = ({ facets, codes, reports, bounds }: PlainFilters): boolean =>
  facets.length > 0 || codes.length > 0 || reports.length > 0 || bounds !== null;

/** A bit a facet, in the order of `facetNames`, and two for the conditions that no facet shows. */
export const bitOf = (name: FacetName): number => 1 << facetNames.indexOf(name);
const reportBit = 1 << facetNames.length;
const amountBit = 2 << facetNames.length;

/** Which conditions each document fails, as bits; 0: it passes. */
export interface FailedConditions {
  /** Those that its report fails, by the ordinal of the report. */
  readonly ofReport: Uint16Array;
  /** Those that the document itself fails, parallel to the positions asked about. */
  readonly ofDocument: Uint16Array;
}

/** null: there are no conditions. */
export function failedConditions(
  filters: PlainFilters,
  positions: Uint32Array,
  columns: Columns,
  amounts: Amounts,
): FailedConditions | null {
  if (!hasConditions(filters)) return null;
  return { ofReport: failedByReport(filters, columns), ofDocument: failedByDocument(filters, positions, columns, amounts) };
}

/** Which conditions each report fails, by its ordinal. */
export function failedByReport({ facets, reports }: PlainFilters, { reports: entries, values }: Columns): Uint16Array {
  const failed = new Uint16Array(entries.length);
  const wanted = new Set(reports);
  if (wanted.size > 0) for (const [ordinal, { id }] of entries.entries()) if (!wanted.has(id)) failed[ordinal] = reportBit;
  for (const { name, filter } of facets) {
    const place = placeInReport(name);
    if (place === undefined) continue;
    const passes = passing(name, filter, values);
    for (const [ordinal, { facets: numbers }] of entries.entries()) {
      if (passes[numbers[place] ?? 0] === 0) failed[ordinal] = (failed[ordinal] ?? 0) | bitOf(name);
    }
  }
  return failed;
}

function failedByDocument(
  { facets, codes, bounds }: PlainFilters,
  positions: Uint32Array,
  { shared, values }: Columns,
  amounts: Amounts,
): Uint16Array {
  const failed = new Uint16Array(positions.length);
  for (const name of facetColumns) {
    const filter = facets.find((one) => one.name === name)?.filter;
    const prefixes = name === 'code' ? codes : [];
    if (filter === undefined && prefixes.length === 0) continue;
    const passes = filter === undefined ? new Uint8Array(values.texts[name].length).fill(1) : passing(name, filter, values);
    if (prefixes.length > 0) keepPrefixes(passes, values.texts[name], prefixes);
    mark(failed, positions, shared[name], passes, bitOf(name));
  }
  if (bounds === null) return failed;
  for (let index = 0; index < positions.length; index++) {
    if (!hasAmount(amounts, positions[index] ?? 0, bounds)) failed[index] = (failed[index] ?? 0) | amountBit;
  }
  return failed;
}

function mark(failed: Uint16Array, positions: Uint32Array, column: Uint32Array, passes: Uint8Array, bit: number): void {
  for (let index = 0; index < positions.length; index++) {
    if (passes[column[positions[index] ?? 0] ?? 0] === 0) failed[index] = (failed[index] ?? 0) | bit;
  }
}

/** One byte a value number: 1 passes. */
function passing(name: FacetName, { include, exclude }: FacetFilter, { texts, numbers }: FacetValues): Uint8Array {
  const passes = new Uint8Array(texts[name].length).fill(include.length === 0 ? 1 : 0);
  const numberOf = (value: FacetValue) => (value === null ? 0 : numbers[name].get(value));
  for (const [list, mark] of [[include, 1] as const, [exclude, 0] as const]) {
    for (const value of list) {
      const number = numberOf(value);
      if (number !== undefined) passes[number] = mark;
    }
  }
  return passes;
}

function keepPrefixes(passes: Uint8Array, texts: readonly FacetValue[], prefixes: readonly string[]): void {
  for (const [number, text] of texts.entries()) {
    if (text === null || !prefixes.some((prefix) => text.startsWith(prefix))) passes[number] = 0;
  }
}

/** The amounts that conditions and orders speak of: those of the document at a position end at `amountEnd`, ascending. */
export interface Amounts {
  readonly amountEnd: Uint32Array;
  readonly fen: Float64Array;
}

export const firstAmount = ({ amountEnd }: Amounts, position: number): number => (position === 0 ? 0 : (amountEnd[position - 1] ?? 0));

export function hasAmount(shared: Amounts, position: number, { from, to }: FenBounds): boolean {
  const end = shared.amountEnd[position] ?? 0;
  for (let at = firstAmount(shared, position); at < end; at++) {
    const value = shared.fen[at] ?? 0;
    if (value >= from && value <= to) return true;
  }
  return false;
}
