import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { indexReports } from '../../../indexer/index-reports.ts';
import { openArchive } from '../../../src/archive/open-archive.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { openSqliteEngine } from '../../../src/engine/sqlite/sqlite-engine.ts';
import { createApp } from '../../../web/app.ts';
import { PATIENT_MS } from '../../support/patient.ts';

export interface SampleHouse {
  readonly engine: Engine;
  readonly get: (path: string) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** The app over the bundled samples, read by the real indexer into the embedded engine. */
export async function openSampleHouse(): Promise<SampleHouse> {
  const data = await mkdtemp(join(tmpdir(), 'suzhang-samples-'));
  const archive = openArchive(join(data, 'archive'));
  const engine = await openSqliteEngine({ path: join(data, 'index.sqlite'), limitMs: PATIENT_MS });
  await indexReports([fileURLToPath(new URL('../../../samples', import.meta.url))], { archive, engine, data });
  const app = createApp({ engine, archive });
  return {
    engine,
    get: async (path) => app.request(path),
    close: async () => {
      await engine.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
