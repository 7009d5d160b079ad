import type { Engine } from '../src/engine/engine.ts';
import { openMeilisearchEngine } from '../src/engine/meilisearch/meilisearch-engine.ts';
import { warmUp } from '../src/search/warm-up.ts';
import { foldString } from '../src/text/normal-form.ts';
import { type MeilisearchServer, noServer, startMeilisearch } from '../tests/support/meilisearch-server.ts';
import { type Corpus, openCorpus } from './corpus.ts';
import { type Figure, figuresTable, median, percentile, say, show } from './figures.ts';
import { type BareIndexes, openBareIndexes } from './meilisearch/bare.ts';
import { answerBoth } from './meilisearch/engine-answers.ts';
import { type IndexedBoth, indexBoth } from './meilisearch/index-both.ts';
import type { BenchOptions } from './options.ts';
import { type BenchQuery, drawQueries } from './queries.ts';
import { type Measured, measureSearches, sayKinds, saySlowest } from './search/searches.ts';

/** The same mix over a real Meilisearch server, beside the bare upload of the same bytes and bare searches in the same run. */
export async function benchMeilisearch(options: BenchOptions): Promise<void> {
  if (noServer !== null) {
    say(noServer);
    return;
  }
  const corpus = await openCorpus(options.documents, options.seed);
  const server = await startMeilisearch();
  try {
    await measureServer(server, corpus, options);
  } finally {
    await server.stop();
  }
}

async function measureServer({ url, key }: MeilisearchServer, corpus: Corpus, options: BenchOptions): Promise<void> {
  const open = () => openMeilisearchEngine({ url, key, prefix: 'bench', generation: '1', limitMs: 60_000 });
  const bare = await openBareIndexes(url, key);
  warmUp();
  const engine = await open();
  const indexed = await indexBoth(corpus, engine, bare);
  const bytes = await bare.size();
  say(figuresTable(indexFigures(indexed, bytes)));
  const queries = drawQueries(corpus, options.queries, options.seed + 1);
  await measureSearches(engine, drawQueries(corpus, 40, options.seed + 2));
  await saySearches(engine, bare, queries);
  await engine.close();
  const fresh = await open();
  const { ours, bare: theirs } = await answerBoth(fresh, bare, queries);
  await fresh.close();
  say(
    figuresTable([
      {
        what: "the engine's answer alone, literal: 20 hits, exact total, 4 facets: p50 / p95 (ms)",
        value: `${show(median(ours))} / ${show(percentile(ours, 0.95))}`,
        aim: 'p50 ≤ 12',
        bare: `${show(median(ours) / median(theirs))} × a bare search with the same hits (${show(median(theirs))} ms), aim ≤ 1.5`,
      },
    ]),
  );
}

/** The server holds everything twice: as the engine has stored it, and bare. */
const indexFigures = ({ ours, bare, bytes, documents }: IndexedBoth, both: number): Figure[] => [
  {
    what: `storing ${documents.toLocaleString('en-US')} documents with their facts and texts (s)`,
    value: show(ours / 1000),
    bare: `${show(ours / bare)} × the bare upload of the same bytes (${show(bare / 1000)} s), aim ≤ 1.3`,
  },
  { what: 'bytes sent a document, facts and texts included', value: show(bytes / documents) },
  { what: 'index a document (bytes, facts and texts included)', value: show(both / 2 / documents) },
];

/** The whole answer of a search; the bare search is for the string of the query as one literal. */
async function saySearches(engine: Engine, bare: BareIndexes, queries: readonly BenchQuery[]): Promise<void> {
  const measured: Measured[] = [];
  const bareMs: number[] = [];
  for (const query of queries) {
    measured.push(...(await measureSearches(engine, [query])));
    bareMs.push(await bare.search(foldString(query.request.q), ['department', 'year', 'category', 'kind']));
  }
  sayKinds(measured, bareMs, 'p50 ≤ 12 ms');
  saySlowest(measured);
  const exact = measured.filter((one) => one.exact).length;
  say(`\nnot exact: ${measured.length - exact} of ${measured.length} totals, aim ≤ 2 %\n`);
}
