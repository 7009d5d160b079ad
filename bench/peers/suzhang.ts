import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../src/engine/engine.ts';
import { noFilters } from '../../src/engine/filters.ts';
import { openSqliteEngine } from '../../src/engine/sqlite/sqlite-engine.ts';
import { searchRequestSchema } from '../../src/search/request.ts';
import { runSearch } from '../../src/search/run-search.ts';
import { warmUp } from '../../src/search/warm-up.ts';
import { MB } from '../figures.ts';
import { indexFolder, indexIn } from '../index-of.ts';
import type { Peer } from './peer.ts';

/** This project: from the files themselves, outline, tables and facts included, to the whole answer with 20 ranked hits, the exact total and all facets. */
export function suzhangPeer(): Peer {
  const data = mkdtempSync(join(tmpdir(), 'suzhang-peer-'));
  let opened: Promise<Engine> | null = null;
  const engine = () => {
    opened ??= openSqliteEngine({ path: indexIn(data), limitMs: 60_000 });
    return opened;
  };
  return {
    name: '溯账 Suzhang',
    use: 'reads the files, tables and facts included; ranked hits with links, exact total, all facets',
    async build({ folder }) {
      const { seconds, processor, peak } = await indexFolder(folder, data);
      warmUp();
      return { seconds, processor, peak, size: statSync(indexIn(data)).size / MB };
    },
    first: async (literal) => (await runSearch(await engine(), searchRequestSchema.parse({ q: `"${literal}"` }))).total,
    all: async (literal) =>
      (await engine()).read(async (reader) => {
        const asked = { filters: noFilters, facets: [], order: 'source', from: 0, size: 10_000_000 } as const;
        return (await reader.match({ kind: 'literal', folded: literal, alone: false }, asked)).ids;
      }),
    async close() {
      await (await opened)?.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
