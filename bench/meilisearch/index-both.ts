import type { Engine, StoredReport } from '../../src/engine/engine.ts';
import { reportLines } from '../../src/engine/meilisearch/meilisearch-documents.ts';
import { storeReport } from '../../tests/support/store-report.ts';
import type { Corpus } from '../corpus.ts';
import { timed } from '../figures.ts';
import type { BareIndexes } from './bare.ts';
import { storedReports } from './stored-reports.ts';

/** Milliseconds of either, and what was stored. */
export interface IndexedBoth {
  readonly ours: number;
  readonly bare: number;
  readonly bytes: number;
  readonly documents: number;
}

/** So many reports are read before they are stored, first by the engine, then bare: both meet the same load, and reading takes nothing from either. */
const reportsEach = 96;

export async function indexBoth(corpus: Corpus, engine: Engine, bare: BareIndexes): Promise<IndexedBoth> {
  const sum = { ours: 0, bare: 0, bytes: 0, documents: 0 };
  const settle = async (batch: readonly StoredReport[]) => {
    sum.ours += (await timed(() => storeAll(engine, batch))).ms;
    const { ms, bytes } = await bare.upload(batch.map((stored) => reportLines(stored, 1)));
    sum.bare += ms;
    sum.bytes += bytes;
    sum.documents += batch.reduce((count, { documents }) => count + documents.length, 0);
  };
  let batch: StoredReport[] = [];
  for await (const stored of storedReports(corpus)) {
    batch.push(stored);
    if (batch.length < reportsEach) continue;
    await settle(batch);
    batch = [];
  }
  if (batch.length > 0) await settle(batch);
  return sum;
}

/** As indexing hands them over: as many at once as the engine writes together. */
async function storeAll(engine: Engine, batch: readonly StoredReport[]): Promise<void> {
  const waiting = batch.values();
  const lane = async () => {
    for (const stored of waiting) await storeReport(engine, stored);
  };
  await Promise.all(Array.from({ length: engine.capabilities.writesAtOnce }, lane));
}
