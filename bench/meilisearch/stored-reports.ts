import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeReport } from '../../indexer/make-report.ts';
import { prepare } from '../../indexer/prepare.ts';
import { sumUp } from '../../indexer/prepare-report.ts';
import { sha256Of } from '../../src/archive/blobs.ts';
import { reportIdOf } from '../../src/archive/names.ts';
import type { StoredReport } from '../../src/engine/engine.ts';
import { type Corpus, reportsFolder } from '../corpus.ts';

/** The reports of a corpus as the indexer hands them to an engine, one at a time. */
export async function* storedReports(corpus: Corpus): AsyncGenerator<StoredReport> {
  const folder = reportsFolder(corpus);
  const now = new Date().toISOString();
  for (const name of readdirSync(folder).sort()) {
    const bytes = readFileSync(join(folder, name));
    const sha256 = sha256Of(bytes);
    const prepared = await prepare({ id: reportIdOf(sha256), fileName: name, source: { bytes } });
    const files = [{ path: name, location: join(folder, name), firstSeen: now }];
    const record = { version: 1 as const, sha256, bytes: bytes.length, files, reading: prepared.reading };
    const report = makeReport(record, sumUp(prepared), { decisions: [], sameTextAs: [], issues: [], indexedAt: now });
    yield { report, ...prepared };
  }
}
