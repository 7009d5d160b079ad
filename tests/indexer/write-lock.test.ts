import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withWriteLock } from '../../indexer/write-lock.ts';
import { BusyError } from '../../src/errors.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const leave = (holder: object) =>
  writeFileSync(join(folder, 'write.lock'), JSON.stringify({ started: null, at: '2025-01-01', what: '索引', ...holder }));
const run = () => withWriteLock(folder, '索引', async () => 'done');

describe('the write lock', () => {
  it('lets one in at a time and is gone afterwards', async () => {
    await withWriteLock(folder, '索引', async () => {
      await expect(run()).rejects.toThrow(BusyError);
    });
    expect(await run()).toBe('done');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is given back when the work fails', async () => {
    await expect(withWriteLock(folder, '索引', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await run()).toBe('done');
  });

  it.each([
    ['whose process is gone', { pid: 2 ** 22 + 1, host: hostname() }],
    ['whose number another process has now', { pid: process.pid, host: hostname(), started: '1' }],
  ])('takes over a lock %s', async (_, holder) => {
    leave(holder);
    expect(await run()).toBe('done');
  });

  it('takes over a lock without a name in it', async () => {
    writeFileSync(join(folder, 'write.lock'), '');
    expect(await run()).toBe('done');
  });

  it('respects a holder on another machine that touched it lately', async () => {
    leave({ pid: 1, host: 'another-machine' });
    await expect(run()).rejects.toThrow(/another-machine/);
  });
});
