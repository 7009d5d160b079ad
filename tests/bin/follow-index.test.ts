import { existsSync, mkdirSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { followIndex } from '../../bin/follow-index.ts';
import { generationFolder, removeOtherGenerations, useGeneration } from '../../bin/generation.ts';
import { readConfig } from '../../src/config.ts';
import type { Reader } from '../../src/engine/engine.ts';
import { openSqliteEngine } from '../../src/engine/sqlite/sqlite-engine.ts';
import { generateReport } from '../engine/generated-reports.ts';
import { storeReport } from '../support/store-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'suzhang-follow-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const indexOf = (data: string, generation: string) => join(generationFolder(data, generation), 'index.sqlite');

/** An index of so many reports. */
async function build(path: string, reports: number) {
  const engine = await openSqliteEngine({ path });
  for (let seed = 1; seed <= reports; seed++) await storeReport(engine, generateReport(seed, 5));
  await engine.close();
}

const count = async (reader: Reader) => (await reader.reports()).length;

/** A service over an index of one report; a reading of it is under way until `release`, so that every other one needs a thread more. */
async function follow(data: string) {
  await build(indexOf(data, '1'), 1);
  const followed = await followIndex(readConfig({ SUZHANG_DATA: data }));
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const held = followed.read(async (reader) => {
    begun.resolve();
    await released;
    return count(reader);
  });
  await begun.promise;
  return { followed, held, release };
}

it('answers also what is asked between the end of a rebuild and its next look, where another thread is needed', async () => {
  const data = join(folder, 'between');
  const { followed, held, release } = await follow(data);
  await build(indexOf(data, '2'), 2);
  await useGeneration(data, '2');
  await removeOtherGenerations(data);
  expect(await Promise.all([followed.read(count), followed.read(count), followed.read(count)])).toEqual([2, 2, 2]);
  release();
  expect(await held).toBe(1);
  await followed.close();
}, 30_000);

it('refuses to read an index that was put in the place of its own by hand', async () => {
  const data = join(folder, 'by-hand');
  const { followed, held, release } = await follow(data);
  rmSync(generationFolder(data, '1'), { recursive: true });
  await expect(followed.read(count)).rejects.toThrow(/已被移走，或换成了另一个/);
  expect(existsSync(indexOf(data, '1'))).toBe(false);
  await build(indexOf(data, '1'), 3);
  await expect(followed.read(count)).rejects.toThrow(/已被移走，或换成了另一个/);
  release();
  expect([await held, await followed.read(count)]).toEqual([1, 1]);
  await followed.close();
}, 30_000);

it('reads the old index on while the new one cannot be opened, says so once, and takes the new one when it can', async () => {
  const data = join(folder, 'cannot-open');
  const told: string[] = [];
  const telling = vi.spyOn(process.stderr, 'write').mockImplementation((line) => told.push(String(line)) > 0);
  const followed = await followIndex(readConfig({ SUZHANG_DATA: data }));
  const reports = () => followed.read(count);
  expect(await reports()).toBe(0);

  // A folder stands where the index should: SQLite cannot open it, for now.
  mkdirSync(indexOf(data, '2'), { recursive: true });
  await useGeneration(data, '2');
  await vi.waitFor(() => expect(told.join('')).toContain('重建的索引无法打开'), { timeout: 10_000 });
  expect(await reports()).toBe(0);

  rmdirSync(indexOf(data, '2'));
  await build(indexOf(data, '2'), 1);
  await vi.waitFor(async () => expect(await reports()).toBe(1), { timeout: 10_000 });
  expect(told.filter((line) => line.includes('重建的索引无法打开'))).toHaveLength(1);
  await followed.close();
  telling.mockRestore();
}, 30_000);
