import { Worker } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import { openPreparePool, type PreparePool } from '../../indexer/prepare-pool.ts';

let pool: PreparePool | null = null;
afterEach(() => pool?.close());

// A table row whose cells are figures becomes many times its bytes in memory.
const row = `2210201\t住房公积金${'\t1,234.56'.repeat(8)}\n`;
const table = (rows: number) => `公开03表\n支出决算表\n单位：万元\n科目编码\t科目名称${'\t本年支出合计'.repeat(8)}\n${row.repeat(rows)}`;
const taskOf = (text: string) => ({ id: '0123456789abcdef', fileName: '甲.txt', source: { bytes: Buffer.from(text) } });

test('gives a source that outgrows an ordinary worker a larger one, and goes on', async () => {
  pool = openPreparePool({ jobs: 1, timeoutMs: 120_000, heapMb: 24, projector: 'sqlite' });
  const [dense, small] = await Promise.all([pool.prepare(taskOf(table(1500))), pool.prepare(taskOf(table(1)))]);
  expect(dense.rows).toBe(1500);
  expect(small.rows).toBe(1);
}, 150_000);

test('names a source that takes longer than it may', async () => {
  pool = openPreparePool({ jobs: 1, timeoutMs: 1, projector: 'sqlite' });
  await expect(pool.prepare(taskOf(table(1)))).rejects.toThrow('--file-timeout');
});

test('takes it well when a worker runs out of memory while it is being ended', async () => {
  const terminate = Worker.prototype.terminate;
  const ending = vi.spyOn(Worker.prototype, 'terminate').mockImplementation(function (this: Worker) {
    this.emit('error', Object.assign(new Error('reached heap limit'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
    return terminate.call(this);
  });
  pool = openPreparePool({ jobs: 1, timeoutMs: 1, projector: 'sqlite' });
  await expect(pool.prepare(taskOf(table(1)))).rejects.toThrow('--file-timeout');
  await pool.close();
  expect(ending).toHaveBeenCalled();
  ending.mockRestore();
});

test('goes on with the sources that waited at the door of a worker that was ended', async () => {
  pool = openPreparePool({ jobs: 1, timeoutMs: 120_000, heapMb: 24, projector: 'sqlite' });
  const rows = [1500, 1, 2, 1500, 3];
  const prepared = await Promise.all(rows.map((count) => pool?.prepare(taskOf(table(count)))));
  expect(prepared.map((one) => one?.rows)).toEqual(rows);
}, 150_000);
