import { mkdirSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { followIndex } from '../../bin/follow-index.ts';
import { generationFolder, useGeneration } from '../../bin/generation.ts';
import { readConfig } from '../../src/config.ts';
import { openSqliteEngine } from '../../src/engine/sqlite/sqlite-engine.ts';
import { generateReport } from '../engine/generated-reports.ts';
import { storeReport } from '../support/store-report.ts';

const data = mkdtempSync(join(tmpdir(), 'suzhang-follow-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

it('reads the old index on while the new one cannot be opened, says so once, and takes the new one when it can', async () => {
  const told: string[] = [];
  const telling = vi.spyOn(process.stderr, 'write').mockImplementation((line) => told.push(String(line)) > 0);
  const index = (generation: string) => join(generationFolder(data, generation), 'index.sqlite');
  const followed = await followIndex(readConfig({ SUZHANG_DATA: data }));
  const reports = () => followed.read(async (reader) => (await reader.reports()).length);
  expect(await reports()).toBe(0);

  // A folder stands where the index should: SQLite cannot open it, for now.
  mkdirSync(index('2'), { recursive: true });
  await useGeneration(data, '2');
  await vi.waitFor(() => expect(told.join('')).toContain('重建的索引无法打开'), { timeout: 10_000 });
  expect(await reports()).toBe(0);

  rmdirSync(index('2'));
  const rebuilt = await openSqliteEngine({ path: index('2') });
  await storeReport(rebuilt, generateReport(1, 5));
  await rebuilt.close();
  await vi.waitFor(async () => expect(await reports()).toBe(1), { timeout: 10_000 });
  expect(told.filter((line) => line.includes('重建的索引无法打开'))).toHaveLength(1);
  await followed.close();
  telling.mockRestore();
}, 30_000);
