import type { Engine } from '../../src/engine/engine.ts';
import { runSearch } from '../../src/search/run-search.ts';
import { percentile, timed } from '../figures.ts';
import type { BenchQuery } from '../queries.ts';

/** So many clients at once, each with a part of the queries, asking the next as soon as it has its answer. */
export async function measureClients(engine: Engine, queries: readonly BenchQuery[], clients: number) {
  const waiting = queries.values();
  const taken: number[] = [];
  const errors: unknown[] = [];
  const client = async () => {
    for (const { request } of waiting) {
      await timed(() => runSearch(engine, request)).then(
        ({ ms }) => taken.push(ms),
        (error: unknown) => errors.push(error),
      );
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  for (const error of errors.slice(0, 3)) console.error(error);
  return { p50: percentile(taken, 0.5), p95: percentile(taken, 0.95), errors: errors.length };
}
