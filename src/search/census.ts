import { LRUCache } from 'lru-cache';
import type { Engine, MatchAnswer, Reader } from '../engine/engine.ts';
import { type FacetName, noFilters } from '../engine/filters.ts';
import type { ReportSummary } from '../model/report.ts';
import type { Table } from '../model/table.ts';
import { everything, type Match } from '../query/ast.ts';

/** What is counted and listed of one state of the index, because it is asked for again and again; kept until the next write. */
export interface Census {
  values(): Promise<ReadonlyMap<FacetName, readonly string[]>>;
  /** How many documents match, without any filter. */
  count(match: Match, key: string): Promise<number>;
  /** How many documents there are. */
  size(): Promise<number>;
  /** How many documents have each value of the facets `code` and `department`. */
  facetCounts(): Promise<MatchAnswer['counts']>;
  /** All reports in source order. */
  reports(): Promise<readonly ReportSummary[]>;
  /** The tables of each report, by its id. */
  tables(): Promise<ReadonlyMap<string, readonly NamedTable[]>>;
  /** The ids of the reports of some departments, by their full names. */
  reportsOf(departments: readonly string[]): Promise<ReadonlySet<string>>;
}

/** A table of a report: 公开03表, 支出决算表. */
export type NamedTable = Pick<Table, 'label' | 'title'>;

/** Characters of what is counted that are kept: some 80,000 words, or fewer where people paste long texts. */
const MOST_COUNTED = 8_000_000;
/** What a kept count takes beside, in characters. */
const BESIDE = 100;

interface Known {
  readonly build: string;
  readonly counts: LRUCache<string, number>;
  values: ReadonlyMap<FacetName, readonly string[]> | null;
  reports: readonly ReportSummary[] | null;
  /** Of the reports that were looked at so far: what a search ran out of time for, the next one goes on with. */
  readonly tables: Map<string, readonly NamedTable[]>;
  facetCounts: MatchAnswer['counts'] | null;
}

const knownOf = new WeakMap<Engine, Known>();

/** The census of the state that `reader` sees. */
export function censusOf(engine: Engine, reader: Reader): Census {
  let known = knownOf.get(engine);
  if (known?.build !== reader.build) {
    const nothing = { values: null, reports: null, facetCounts: null };
    const counts = new LRUCache<string, number>({ maxSize: MOST_COUNTED, sizeCalculation: (_, key) => key.length + BESIDE });
    known = { build: reader.build, counts, tables: new Map(), ...nothing };
    knownOf.set(engine, known);
  }
  const state = known;
  const count = async (match: Match, key: string): Promise<number> => {
    const kept = state.counts.get(key) ?? (await countAll(reader, match));
    state.counts.set(key, kept);
    return kept;
  };
  const values = async () => {
    state.values ??= await reader.values();
    return state.values;
  };
  const reports = async () => {
    state.reports ??= await reader.reports();
    return state.reports;
  };
  const tables = async () => {
    await readTables(reader, await reports(), state.tables);
    return state.tables;
  };
  const reportsOf = async (departments: readonly string[]) => {
    const own = (await reports()).filter(({ department }) => department !== null && departments.includes(department));
    return new Set(own.map(({ id }) => id));
  };
  const facetCounts = async () => {
    const asked = { filters: noFilters, facets: ['code', 'department'], order: 'source', from: 0, size: 0 } as const;
    state.facetCounts ??= (await reader.match(everything, asked)).counts;
    return state.facetCounts;
  };
  return { values, count, facetCounts, reports, tables, reportsOf, size: () => count(everything, 'everything') };
}

const countAll = async (reader: Reader, match: Match): Promise<number> =>
  (await reader.match(match, { filters: noFilters, facets: [], order: 'source', from: 0, size: 0 })).total;

/** Reports whose tables are read at once. */
const AT_ONCE = 64;

/** Afterwards `known` has the tables of every report. */
async function readTables(reader: Reader, reports: readonly ReportSummary[], known: Map<string, readonly NamedTable[]>): Promise<void> {
  const missing = reports.filter(({ id }) => !known.has(id));
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    const read = await Promise.all(missing.slice(from, from + AT_ONCE).map(({ id }) => reader.report(id)));
    for (const report of read)
      if (report !== null)
        known.set(
          report.id,
          report.tables.map(({ label, title }) => ({ label, title })),
        );
  }
}
