import { benchExport } from './bench-export.ts';
import { benchIndex } from './bench-index.ts';
import { benchMeilisearch } from './bench-meilisearch.ts';
import { benchPeers } from './bench-peers.ts';
import { benchRead } from './bench-read.ts';
import { benchRelevance } from './bench-relevance.ts';
import { benchSearch } from './bench-search.ts';
import { machineLine, say } from './figures.ts';
import { type BenchOptions, readOptions, usage } from './options.ts';

const benches: Readonly<Record<string, (options: BenchOptions) => Promise<void>>> = {
  index: benchIndex,
  search: benchSearch,
  read: benchRead,
  relevance: benchRelevance,
  peers: benchPeers,
  export: benchExport,
  meilisearch: benchMeilisearch,
};

const { names, options } = readOptions(process.argv.slice(2));
for (const name of names) {
  const bench = benches[name];
  if (bench === undefined) {
    say(`no bench is called ${name}\n${usage}`);
    process.exitCode = 2;
    break;
  }
  say(`\n## ${name}\n${machineLine()}\n`);
  await bench(options);
}
