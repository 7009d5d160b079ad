import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Judgement, judge } from '../../bench/relevance/judge.ts';
import { judgedSchema } from '../../bench/relevance/judged.ts';
import { indexReports } from '../../indexer/index-reports.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { openSqliteEngine } from '../../src/engine/sqlite/sqlite-engine.ts';
import { PATIENT_MS } from '../support/patient.ts';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const judged = judgedSchema.parse(JSON.parse(readFileSync(new URL('samples.json', import.meta.url), 'utf8')));

/** A second set of judged queries, made apart from the one that the weights of ranking were first found with, so that they are not fitted to it. */
describe('ranking over the samples', () => {
  const folder = mkdtempSync(join(tmpdir(), 'suzhang-relevance-'));
  let judgements: Judgement[];
  beforeAll(async () => {
    const engine = await openSqliteEngine({ path: join(folder, 'index.sqlite'), limitMs: PATIENT_MS });
    await indexReports([samples], { archive: openArchive(join(folder, 'archive')), engine, data: folder, jobs: 1 });
    judgements = await judge(engine, judged);
    await engine.close();
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is judged over every sample', () => {
    expect(judged.meta.corpus.map(({ file }) => file).sort()).toEqual(
      readdirSync(samples)
        .filter((name) => name.endsWith('.txt'))
        .sort(),
    );
  });

  it('has nDCG@10 of 0.95 or more in all, and of 0.8 or more for every query', () => {
    const mean = judgements.reduce((sum, { ndcg }) => sum + ndcg, 0) / judgements.length;
    expect(mean).toBeGreaterThanOrEqual(0.95);
    expect(judgements.filter(({ ndcg }) => ndcg < 0.8)).toEqual([]);
  });
});
