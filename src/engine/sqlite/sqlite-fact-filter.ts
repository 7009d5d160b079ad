import { foldString } from '../../text/normal-form.ts';
import type { FacetFilter, FactFilters } from '../engine.ts';
import type { Columns } from './sqlite-columns.ts';
import type { FactColumns } from './sqlite-fact-columns.ts';
import { type FactList, type FactName, readName } from './sqlite-fact-values.ts';
import { boundsOf, type FenBounds } from './sqlite-fen.ts';
import { failedByReport, type PlainFilters, plainFilters } from './sqlite-filter.ts';

/** Conditions made ready to cross to a reader's thread: those of reports as documents have them, those of the fact's own lists beside. */
export interface PlainFactFilters extends Omit<FactFilters, 'fen' | 'facets' | 'reports'> {
  readonly reports: PlainFilters;
  readonly own: { readonly [list in FactList]?: FacetFilter };
  readonly bounds: FenBounds | null;
}

export function plainFactFilters({ facets, reports, fen, ...rest }: FactFilters): PlainFactFilters {
  const { category, kind, table, ...ofReport } = facets;
  const own = { ...(category && { category }), ...(kind && { kind }), ...(table && { table }) };
  return { ...rest, own, reports: plainFilters({ facets: ofReport, reports, codes: [], fen: null }), bounds: fen && boundsOf(fen) };
}

export type Names = (number: number) => (FactName & { readonly folded: string }) | null;

/** Names by number, parsed and folded once. */
export function createNames(stored: () => readonly (string | null)[]): Names {
  const known: ReturnType<Names>[] = [];
  return (number) => {
    if (known[number] !== undefined) return known[number];
    const text = stored()[number] ?? null;
    const name = text === null ? null : readName(text);
    const made = name && { ...name, folded: foldString(name.item) };
    known[number] = made;
    return made;
  };
}

/** The positions of the facts that meet all filters, in source order. Each list is decided once a value, then looked up fact by fact. */
export function factsPassing(
  filters: PlainFactFilters,
  { reports, values, size }: FactColumns,
  names: Names,
  columns: Columns,
): Uint32Array {
  const failed = failedByReport(filters.reports, columns);
  const tests = testsOf(filters, values, names);
  const { bounds } = filters;
  const out = new Uint32Array(size);
  let found = 0;
  for (const [ordinal, entry] of reports.entries()) {
    if (failed[ordinal] !== 0) continue;
    for (let at = 0; at < entry.size; at++) {
      if (tests.some(({ list, passes }) => passes[entry.facts[list][at] ?? 0] === 0)) continue;
      if (bounds !== null && !isWithin(entry.facts.fen[at] ?? Number.NaN, bounds)) continue;
      out[found++] = entry.base + at;
    }
  }
  return out.slice(0, found);
}

/** False for NaN. */
const isWithin = (fen: number, { from, to }: FenBounds): boolean => fen >= from && fen <= to;

interface Test {
  readonly list: FactList;
  /** One byte a value number: 1 passes. */
  readonly passes: Uint8Array;
}

function testsOf(filters: PlainFactFilters, values: FactColumns['values'], names: Names): Test[] {
  const test = (list: FactList, holds: (value: string | null) => boolean): Test => ({
    list,
    passes: Uint8Array.from(values[list], (value) => (holds(value) ? 1 : 0)),
  });
  const tests: Test[] = [];
  if (filters.measures.length > 0) {
    const measures = new Set<string | null>(filters.measures);
    tests.push(test('measure', (value) => measures.has(value)));
  }
  if (filters.periods.length > 0) tests.push(test('period', (value) => filters.periods.includes(value)));
  for (const list of ['category', 'kind', 'table'] as const) {
    const filter = filters.own[list];
    if (filter !== undefined) tests.push(test(list, (value) => passesFacet(filter, value)));
  }
  const { codes, names: named } = filters;
  if (named === null && codes.include.length === 0 && codes.exclude.length === 0) return tests;
  const passes = Uint8Array.from(values.name, (_, number) => (passesName(names(number), filters) ? 1 : 0));
  return [...tests, { list: 'name', passes }];
}

const passesFacet = ({ include, exclude }: FacetFilter, value: string | null): boolean =>
  (include.length === 0 || include.includes(value)) && !exclude.includes(value);

function passesName(name: ReturnType<Names>, { codes, names }: PlainFactFilters): boolean {
  if (name === null) return false;
  const lies = (prefix: string | null) => (prefix === null ? name.code === null : name.code?.startsWith(prefix) === true);
  if (codes.exclude.some(lies) || (codes.include.length > 0 && !codes.include.some(lies))) return false;
  if (names === null || names.items.includes(name.folded)) return true;
  return name.code === null ? name.figure !== null && names.figures.includes(name.figure) : names.codes.includes(name.code);
}
