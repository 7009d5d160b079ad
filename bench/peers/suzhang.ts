import { statSync } from 'node:fs';
import { noFilters } from '../../src/engine/engine.ts';
import { openSqliteEngine } from '../../src/engine/sqlite/sqlite-engine.ts';
import { searchRequestSchema } from '../../src/search/request.ts';
import { runSearch } from '../../src/search/run-search.ts';
import { MB } from '../figures.ts';
import type { Peer } from './peer.ts';

/** This project, over an index that stands: the whole answer with 20 ranked hits, the exact total and all facets. */
export async function suzhangPeer(path: string): Promise<Peer> {
  const engine = await openSqliteEngine({ path, limitMs: 60_000 });
  return {
    name: '溯账 Suzhang',
    use: 'the whole answer: ranked hits, links, all facets',
    build: async () => statSync(path).size / MB,
    first: async (literal) => (await runSearch(engine, searchRequestSchema.parse({ q: `"${literal}"` }))).total,
    all: (literal) =>
      engine.read(async (reader) => {
        const asked = { filters: noFilters, facets: [], order: 'source', from: 0, size: 10_000_000 } as const;
        return (await reader.match({ kind: 'literal', folded: literal, alone: false }, asked)).ids;
      }),
    close: () => engine.close(),
  };
}
