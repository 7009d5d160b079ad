import { DatabaseSync } from 'node:sqlite';
import { compileLiteral } from '../../src/engine/sqlite/sqlite-compiler.ts';
import { foldString } from '../../src/text/normal-form.ts';
import type { BenchQuery } from '../queries.ts';

/**
 * Milliseconds that SQLite itself takes to find what a query names: one MATCH for its text as one string, every rowid of it, and nothing else:
 * no facets, no order, no documents. A query without text takes none.
 */
export function measureBareMatches(path: string, queries: readonly BenchQuery[]): number[] {
  const db = new DatabaseSync(path, { readOnly: true });
  const ms = queries.map(({ request }) => {
    const folded = foldString(request.q);
    if (folded === '') return Number.NaN;
    const { inside } = compileLiteral(folded);
    const began = performance.now();
    db.prepare(inside.sql).get(...inside.parameters);
    return performance.now() - began;
  });
  db.close();
  return ms.map((one) => (Number.isNaN(one) ? 0 : one));
}
