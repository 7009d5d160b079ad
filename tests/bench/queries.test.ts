import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReport, sentencesOf } from '../../bench/make-report.ts';
import { drawQueries, mix } from '../../bench/queries.ts';
import { readSkeletons } from '../../bench/samples.ts';
import { seeded } from '../support/seeded.ts';

const folder = mkdtempSync(join(tmpdir(), 'suzhang-bench-'));
const corpus = { folder, version: 0, documents: 0, seed: 1, reports: 0, bytes: 0 };

beforeAll(async () => {
  const skeletons = await readSkeletons();
  mkdirSync(join(folder, 'reports'));
  for (const skeleton of skeletons) {
    const text = makeReport(
      skeleton,
      { city: '北沅市', district: '青湖区', body: '财政局', short: '财政局', year: 2021 },
      skeletons.flatMap(sentencesOf),
      seeded(1),
    );
    writeFileSync(join(folder, 'reports', skeleton.name), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('drawQueries', () => {
  it('holds to the mix, and gives the same for the same seed', () => {
    const queries = drawQueries(corpus, 100, 5);
    for (const [kind, share] of Object.entries(mix)) expect(queries.filter((query) => query.kind === kind)).toHaveLength(share);
    expect(drawQueries(corpus, 100, 5)).toEqual(queries);
    expect(drawQueries(corpus, 100, 6)).not.toEqual(queries);
  });
});
