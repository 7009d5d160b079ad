import type { Engine } from '../../src/engine/engine.ts';
import type { Hit } from '../../src/search/answer.ts';
import { runSearch } from '../../src/search/run-search.ts';
import { percentile, say, show, table, timed } from '../figures.ts';
import { type BenchQuery, mix, type QueryKind } from '../queries.ts';

/** A query with what it took and gave. */
export interface Measured {
  readonly query: BenchQuery;
  readonly ms: number;
  readonly total: number;
  readonly exact: boolean;
  readonly level: string;
  readonly hits: readonly Hit[];
}

/** One after the other, each once: 20 hits, the exact total and all facets. */
export async function measureSearches(engine: Engine, queries: readonly BenchQuery[]): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const query of queries) {
    const { ms, result } = await timed(() => runSearch(engine, query.request));
    measured.push({ query, ms, total: result.total, exact: result.exact, level: result.level, hits: result.hits });
  }
  return measured;
}

/** By kind and in all; `bare` are the milliseconds of the bare match of the same queries, in the same order. */
export function sayKinds(measured: readonly Measured[], bare: readonly number[], aim: string): void {
  const kinds = Object.keys(mix) as QueryKind[];
  const row = (name: string, keep: (one: Measured) => boolean) => {
    const own = measured.map((one, n) => ({ ms: one.ms, bare: bare[n] ?? Number.NaN, kept: keep(one) })).filter(({ kept }) => kept);
    const [all, plain] = [own.map(({ ms }) => ms), own.map((one) => one.bare)];
    const [p50, p95, bare50] = [percentile(all, 0.5), percentile(all, 0.95), percentile(plain, 0.5)];
    return [name, String(own.length), show(p50), show(p95), show(bare50), `${show(p50 / bare50)} ×`];
  };
  const rows = [...kinds.map((kind) => row(kind, ({ query }) => query.kind === kind)), row('**all**', () => true)];
  say(table(['kind of query', 'queries', 'p50 ms', 'p95 ms', 'bare match p50 ms', 'ratio'], rows));
  say(`aim: ${aim} · ${measured.filter(({ exact }) => exact).length} of ${measured.length} totals exact`);
}

export function saySlowest(measured: readonly Measured[], most = 12): void {
  const slowest = measured.toSorted((a, b) => b.ms - a.ms).slice(0, most);
  const rows = slowest.map(({ query, ms, total, level }) => [
    query.kind,
    `\`${describe(query)}\``,
    show(ms),
    total.toLocaleString('en-US'),
    level,
  ]);
  say(`\n${table(['slowest', 'query', 'ms', 'hits', 'level'], rows)}`);
}

/** What of a request is not as by default. */
function describe({ request: { q, ...rest } }: BenchQuery): string {
  const other = Object.entries(rest).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : !defaults.has(value)));
  return [q, ...other.map(([name, value]) => `${name}=${value}`)].join(' ').replaceAll('|', '\\|');
}
const defaults = new Set<unknown>(['auto', 'relevance', 'all', 1, 20, false, undefined]);
