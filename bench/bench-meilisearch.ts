import { project } from '../src/engine/meilisearch/meilisearch-documents.ts';
import { openMeilisearchEngine } from '../src/engine/meilisearch/meilisearch-engine.ts';
import { warmUp } from '../src/search/warm-up.ts';
import { type MeilisearchServer, noServer, startMeilisearch } from '../tests/support/meilisearch-server.ts';
import { storeReport } from '../tests/support/store-report.ts';
import { type Corpus, openCorpus } from './corpus.ts';
import { figuresTable, MB, percentile, say, show, timed } from './figures.ts';
import { type BareIndex, openBareIndex } from './meilisearch/bare.ts';
import { storedReports } from './meilisearch/stored-reports.ts';
import type { BenchOptions } from './options.ts';
import { drawQueries } from './queries.ts';
import { measureSearches, sayKinds, saySlowest } from './search/searches.ts';

/** The same mix over a real Meilisearch server, beside the bare upload of the same lines and bare searches in the same run. */
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
  const engine = await openMeilisearchEngine({ url, key, prefix: 'bench', generation: '1', limitMs: 60_000 });
  const bare = await openBareIndex(url, key);
  warmUp();
  const indexed = await indexBoth(corpus, (stored) => storeReport(engine, stored), bare);
  const queries = drawQueries(corpus, options.queries, options.seed + 1);
  await measureSearches(engine, drawQueries(corpus, 40, options.seed + 2));
  const measured = await measureSearches(engine, queries);
  const bareMs: number[] = [];
  for (const query of queries) bareMs.push(await bare.search(query));
  sayKinds(measured, bareMs, 'p50 ≤ 12 ms');
  saySlowest(measured);
  const [p50, bare50] = [
    percentile(
      measured.map(({ ms }) => ms),
      0.5,
    ),
    percentile(bareMs, 0.5),
  ];
  say('');
  say(
    figuresTable([
      {
        what: 'the whole answer over HTTP: p50 (ms)',
        value: show(p50),
        aim: '≤ 12',
        bare: `${show(p50 / bare50)} × a bare search (${show(bare50)} ms), aim ≤ 1.5`,
      },
      {
        what: `storing ${indexed.documents.toLocaleString('en-US')} documents (s)`,
        value: show(indexed.ours / 1000),
        bare: `${show(indexed.ours / indexed.bare)} × the bare upload (${show(indexed.bare / 1000)} s), aim ≤ 1.3`,
      },
      { what: 'bytes sent a document', value: show(indexed.bytes / indexed.documents) },
      { what: 'answers whose total is not exact', value: String(measured.filter(({ exact }) => !exact).length), aim: '≤ 2 %' },
    ]),
  );
  await engine.close();
}

/** So many bytes of lines are sent at once, as our writer does. */
const payloadBytes = 24 * MB;
/** So many reports are given to the engine at once; it writes them together. */
const REPORTS_AT_ONCE = 32;

type Stored = Parameters<typeof project>[0];

/** Each batch of reports is stored by the engine, then its lines are uploaded bare. */
async function indexBoth(corpus: Corpus, store: (stored: Stored) => Promise<void>, bare: BareIndex) {
  const sum = { ours: 0, bare: 0, bytes: 0, documents: 0 };
  const settle = async (batch: readonly Stored[]) => {
    sum.ours += (await timed(() => Promise.all(batch.map(store)))).ms;
    for (const lines of payloads(batch.flatMap((stored) => project(stored, 1).documents))) {
      sum.bare += await bare.upload(lines);
      sum.documents += lines.length;
      sum.bytes += lines.reduce((bytes, line) => bytes + Buffer.byteLength(line), 0);
    }
  };
  let batch: Stored[] = [];
  for await (const stored of storedReports(corpus)) {
    batch.push(stored);
    if (batch.length < REPORTS_AT_ONCE) continue;
    await settle(batch);
    batch = [];
  }
  if (batch.length > 0) await settle(batch);
  return sum;
}

function payloads(lines: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  let bytes = 0;
  for (const line of lines) {
    if (bytes + line.length > payloadBytes) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(line);
    bytes += line.length;
  }
  return parts.filter((part) => part.length > 0);
}
