import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, StoredReport } from '../../src/engine/engine.ts';
import { openMeilisearchEngine } from '../../src/engine/meilisearch/meilisearch-engine.ts';
import { openSqliteEngine } from '../../src/engine/sqlite/sqlite-engine.ts';
import { type MeilisearchServer, noServer, startMeilisearch } from '../support/meilisearch-server.ts';
import { PATIENT_MS } from '../support/patient.ts';
import { seeded } from '../support/seeded.ts';
import { storeReport } from '../support/store-report.ts';
import { generateReport, storeText } from './generated-reports.ts';
import { oracleDocuments } from './oracle.ts';
import { type RandomRequest, randomRequest } from './random-requests.ts';

const requestsEach = 500;
const mostInexact = 0.02;

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const stored: StoredReport[] = [
  ...Array.from({ length: 12 }, (_, index) => generateReport(2_000 + index, 40)),
  ...readdirSync(samples)
    .filter((name) => name.endsWith('.txt'))
    .map((name, index) => storeText(3_000 + index, readFileSync(join(samples, name), 'utf8'))),
];
const documents = oracleDocuments(stored);

/** What an engine says, in a form that can be compared. */
async function answerOf(engine: Engine, { match, request, candidates }: RandomRequest) {
  return engine.read(
    async (reader) => {
      if (candidates !== null) {
        const found = await reader.candidates(match, request.filters, candidates.words, candidates.most);
        return { exact: true, candidates: found };
      }
      const { total, exact, counts, ids } = await reader.match(match, request);
      return { exact, total, ids, counts: [...counts].map(([name, values]) => [name, [...values].sort()]) };
    },
    { limitMs: 60_000 },
  );
}

describe.skipIf(noServer !== null)(`both engines${noServer === null ? '' : ` (${noServer})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'suzhang-differential-'));
  let server: MeilisearchServer;
  let engines: readonly [Engine, Engine];
  let inexact = 0;

  beforeAll(async () => {
    server = await startMeilisearch();
    engines = [
      await openSqliteEngine({ path: join(folder, 'index.sqlite'), limitMs: PATIENT_MS }),
      await openMeilisearchEngine({ url: server.url, key: server.key, prefix: 'differential', generation: '1' }),
    ];
    for (const engine of engines) await Promise.all(stored.map((report) => storeReport(engine, report)));
  });
  afterAll(async () => {
    for (const engine of engines) await engine.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([1, 2, 3, 4, 5])(`answer ${requestsEach} requests alike (seed %i)`, async (seed) => {
    const random = seeded(seed);
    for (let done = 0; done < requestsEach; done++) {
      const request = randomRequest(random, documents);
      const [wanted, found] = await Promise.all([answerOf(engines[0], request), answerOf(engines[1], request)]);
      if (!found.exact) inexact++;
      else expect({ done, request, ...found }).toEqual({ done, request, ...wanted });
    }
  });

  it('are exact in nearly all answers', () => {
    const share = inexact / (5 * requestsEach);
    console.log(`answers that are not exact: ${inexact} of ${5 * requestsEach} (${(100 * share).toFixed(1)} %)`);
    expect(share).toBeLessThanOrEqual(mostInexact);
  });
});
