import { foldString } from '../../text/normal-form.ts';
import type { FactFilters } from '../facts.ts';
import type { FacetFilter } from '../filters.ts';
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

/**
 * The positions of the facts that meet all filters, in source order. Each list is decided once a value; the facts are then walked once a condition,
 * from the first report that passes to the last, so that the facts of one report cost no more than themselves.
 */
export function factsPassing(filters: PlainFactFilters, facts: FactColumns, names: Names, columns: Columns): Uint32Array {
  const failed = failedByReport(filters.reports, columns);
  const [from, to] = stretchOf(facts, failed);
  const passed = new Uint8Array(to - from).fill(1);
  for (const [ordinal, { base, size }] of facts.reports.entries()) {
    if (failed[ordinal] !== 0 && base + size > from && base < to) passed.fill(0, Math.max(0, base - from), base + size - from);
  }
  for (const { list, passes } of testsOf(filters, facts.values, names)) drop(passed, facts[list].subarray(from, to), passes);
  if (filters.bounds !== null) dropOutside(passed, facts.fen.subarray(from, to), filters.bounds);
  const out = new Uint32Array(passed.reduce((count, one) => count + one, 0));
  let found = 0;
  for (let at = 0; at < passed.length; at++) if (passed[at] === 1) out[found++] = from + at;
  return out;
}

/** From the first fact of a report that has not failed to the end of the last such report. */
function stretchOf({ reports }: FactColumns, failed: Uint16Array): readonly [from: number, to: number] {
  const first = reports[failed.indexOf(0)];
  const last = reports[failed.lastIndexOf(0)];
  return first === undefined || last === undefined ? [0, 0] : [first.base, last.base + last.size];
}

function drop(passed: Uint8Array, column: Uint32Array, passes: Uint8Array): void {
  for (let at = 0; at < passed.length; at++) if (passes[column[at] ?? 0] === 0) passed[at] = 0;
}

/** NaN lies in no range. */
function dropOutside(passed: Uint8Array, fen: Float64Array, { from, to }: FenBounds): void {
  for (let at = 0; at < passed.length; at++) {
    const value = fen[at] ?? Number.NaN;
    if (!(value >= from && value <= to)) passed[at] = 0;
  }
}

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
