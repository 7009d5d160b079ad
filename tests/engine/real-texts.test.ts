import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, StoredReport } from '../../src/engine/engine.ts';
import { noFilters } from '../../src/engine/filters.ts';
import { openSqliteEngine } from '../../src/engine/sqlite/sqlite-engine.ts';
import type { Match } from '../../src/query/ast.ts';
import { seeded } from '../support/seeded.ts';
import { storeReport } from '../support/store-report.ts';
import { literal } from './contract.ts';
import { storeText } from './generated-reports.ts';
import { oracleAnswer, oracleDocuments } from './oracle.ts';

const folder = fileURLToPath(new URL('../../../shared/reports', import.meta.url));
const isThere = existsSync(folder);

describe.skipIf(!isThere)('strings of the real reports (skipped where ../shared/reports is absent)', () => {
  const place = mkdtempSync(join(tmpdir(), 'suzhang-real-'));
  const files = isThere ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
  const stored: StoredReport[] = files.map((name, index) => storeText(index + 1, readFileSync(join(folder, name), 'utf8')));
  let engine: Engine;
  beforeAll(async () => {
    engine = await openSqliteEngine({ path: join(place, 'index.sqlite') });
    for (const report of stored) await storeReport(engine, report);
  });
  afterAll(async () => {
    await engine.close();
    rmSync(place, { recursive: true, force: true });
  });

  it.each([1, 2, 3])('are found wherever they begin, and nowhere else (seed %i)', async (seed) => {
    const random = seeded(seed);
    const documents = oracleDocuments(stored);
    const cases = Array.from({ length: 400 }, (): Match => {
      const { stream } = random.pick(documents);
      const at = random.below(stream.length);
      return literal(
        stream.slice(at, at + 1 + random.below(random.pick([1, 2, 4, 8, 16, 40]))).replace(/[\ud800-\udfff]/g, '') || '预',
        random.below(10) === 0,
      );
    });
    const request = { filters: noFilters, facets: [], order: 'source', from: 0, size: 100_000 } as const;
    const answers = await engine.read((reader) => Promise.all(cases.map((match) => reader.match(match, request))), { limitMs: 60_000 });
    for (const [index, match] of cases.entries()) {
      const { total, ids } = oracleAnswer(documents, match, request);
      expect({ match, total: answers[index]?.total, ids: answers[index]?.ids }).toEqual({ match, total, ids });
    }
  });
});
