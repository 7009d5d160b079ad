import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkIndex } from '../../indexer/check-index.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { readConfig } from '../../src/config.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openEngine } from '../../src/engine/open.ts';
import { makeRoom, type Room, run, start } from './suzhang.ts';
import { writeReport } from './write-report.ts';

let room: Room;
beforeEach(() => {
  room = makeRoom();
});
afterEach(() => room.remove());

const data = () => ['--data', room.path('data')];
const put = (name: string, content: string) => {
  const path = room.put(name, content);
  utimesSync(path, new Date('2025-01-01'), new Date('2025-01-01'));
};
const putReports = (count: number) => {
  for (let number = 1; number <= count; number++) put(`in/${number}.txt`, writeReport(number));
};
const index = (...more: string[]) => run(['index', room.path('in'), ...data(), '--json', ...more]);
const indexFolder = () => room.path('data', 'index', readdirSync(room.path('data', 'index')).filter((name) => name !== 'current')[0] ?? '');

async function look<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openEngine(readConfig({ SUZHANG_DATA: indexFolder() }));
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

/** However busy the machine is. */
const patient = { limitMs: 120_000 };

/** Every report of the index is whole: what is wrong with it, and where each says it comes from. */
const inspect = () =>
  look(async (engine) => {
    const reports = await engine.read(async (reader) => {
      const list = await reader.reports();
      return Promise.all(list.map(({ id }) => reader.report(id)));
    }, patient);
    const whole = reports.filter((report) => report !== null);
    return {
      wrong: await checkIndex(engine, openArchive(room.path('data', 'archive')), whole),
      sources: whole.map((report) => report.provenance.sourceUrl),
    };
  });

function mount(folder: string, size: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' });
}

/** Whether this machine lets us make a small disk of our own. */
const canMount = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'mount-'));
  try {
    mount(folder, '1m');
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
})();

async function withDatabase(path: string, work: (db: DatabaseSync) => unknown): Promise<void> {
  const db = new DatabaseSync(path);
  await work(db);
  db.close();
}

async function goesOnWhole(reports: number): Promise<void> {
  expect((await index()).code).toBe(0);
  const { wrong, sources } = await inspect();
  expect([wrong, sources.length]).toEqual([[], reports]);
}

describe('the data folder', () => {
  it('holds each report old or new after kill -9 at 30 random moments, and the next run completes', async () => {
    const reports = 8;
    putReports(reports);
    const manifestOf = (round: number) =>
      room.put(
        `${round}.csv`,
        `file,source_url\n${Array.from({ length: reports }, (_, at) => `in/${at + 1}.txt,https://example.org/${round}`).join('\n')}\n`,
      );
    expect((await index('--manifest', manifestOf(0))).code).toBe(0);
    const first = start(['index', room.path('in'), ...data(), '--manifest', manifestOf(1)]);
    await first.said(/找到/);
    const startedAt = performance.now();
    await first.ended;
    const workMs = performance.now() - startedAt;

    let seed = 7;
    const random = () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return seed / 2 ** 32;
    };
    let killed = 0;
    let round = 2;
    for (; killed < 30 && round < 90; round++) {
      const started = start(['index', room.path('in'), ...data(), '--manifest', manifestOf(round)]);
      await started.said(/找到/);
      await Promise.race([sleep(random() * workMs * 0.9), started.ended]);
      started.child.kill('SIGKILL');
      if ((await started.ended).signal !== 'SIGKILL') continue;
      if (++killed % 5 !== 0) continue;
      const { wrong, sources } = await inspect();
      expect(wrong).toEqual([]);
      expect(sources).toHaveLength(reports);
      expect(sources.every((source) => source !== null && Number(source.split('/').at(-1)) <= round)).toBe(true);
    }
    expect(killed).toBe(30);
    const last = await index('--manifest', manifestOf(round));
    expect([last.code, last.err.includes('损坏')]).toEqual([0, false]);
    const { wrong, sources } = await inspect();
    expect(wrong).toEqual([]);
    expect(new Set(sources)).toEqual(new Set([`https://example.org/${round}`]));
  }, 600_000);

  it('refuses a second indexer clearly while the first goes on', async () => {
    putReports(3);
    const first = start(['index', room.path('in'), ...data()]);
    await first.said(/找到/);
    first.child.kill('SIGSTOP');
    const second = await index();
    expect(second.code).toBe(3);
    expect(second.err).toContain(`进程号 ${first.child.pid}`);
    first.child.kill('SIGCONT');
    expect((await first.ended).code).toBe(0);
    expect((await index()).code).toBe(0);
  });

  it('stays whole when Ctrl-C ends a run, which says so with its exit code', async () => {
    putReports(8);
    const first = start(['index', room.path('in'), ...data(), '--jobs', '1']);
    await first.said(/找到/);
    first.child.kill('SIGINT');
    const ended = await first.ended;
    expect(ended.code).toBe(130);
    expect(ended.err).toContain('再运行一次');
    expect(JSON.parse((await index()).out).counts).toMatchObject({ failed: 0 });
    expect((await inspect()).sources).toHaveLength(8);
  });

  it('names a limit that ends the run, and goes on from there when there is room', async () => {
    putReports(1);
    await index();
    putReports(4);
    put('in/5.txt', writeReport(5).repeat(60));
    const small = await run(['index', room.path('in'), ...data(), '--json'], { before: "trap '' XFSZ; ulimit -f 250" });
    expect([small.code, JSON.parse(small.out).stopped]).toEqual([1, expect.stringMatching(/磁盘|上限/)]);
    await goesOnWhole(5);
  });

  it.skipIf(!canMount)(
    `names a full disk that ends the run, and goes on from there when there is room${canMount ? '' : ' (needs the right to mount a tmpfs)'}`,
    async () => {
      putReports(5);
      put('in/6.txt', writeReport(6).repeat(60));
      mkdirSync(room.path('data'));
      mount(room.path('data'), '1m');
      try {
        const full = await index();
        expect(full.code).not.toBe(0);
        expect(full.err + full.out).toMatch(/磁盘/);
        expect(full.err).not.toContain('    at ');
        execFileSync('mount', ['-o', 'remount,size=64m', room.path('data')]);
        await goesOnWhole(6);
      } finally {
        execFileSync('umount', [room.path('data')]);
      }
    },
  );

  it('waits while another program has the index locked, ends the run by name when that lasts, and goes on once it is over', async () => {
    putReports(1);
    await index();
    putReports(2);
    await withDatabase(`${indexFolder()}/index.sqlite`, async (db) => {
      db.exec('begin immediate');
      const ended = await index();
      expect([ended.code, JSON.parse(ended.out).problems]).toEqual([
        1,
        [expect.objectContaining({ file: 'in/2.txt', reason: 'engine-unavailable' })],
      ]);
      expect(JSON.parse(ended.out).stopped).toContain('占用');
      const patient = start(['index', room.path('in'), ...data()]);
      await patient.said(/找到/);
      await sleep(6000);
      db.exec('rollback');
      expect((await patient.ended).code).toBe(0);
    });
    await goesOnWhole(2);
  });

  it('is rebuilt with one command when the index is damaged, lost, or of another version, and is never silently empty', async () => {
    putReports(3);
    await index();
    await run(['set', (await ids())[0] ?? '', '--year', '2019', '--reason', '封面有误', ...data()]);
    const damages = [
      (path: string) => writeFileSync(path, randomBytes(statSync(path).size)),
      (path: string) => writeFileSync(path, ''),
      (path: string) => rmSync(path),
      (path: string) => withDatabase(path, (db) => db.exec('pragma user_version = 99')),
    ];
    for (const damage of damages) {
      const file = `${indexFolder()}/index.sqlite`;
      expect(existsSync(file)).toBe(true);
      await damage(file);
      const search = await run(['search', '财政', '--json', ...data()]);
      expect(search.code).toBe(4);
      expect(search.err).toContain('rebuild');
      const rebuilt = await run(['rebuild', '--json', ...data()]);
      expect(rebuilt.code).toBe(0);
      expect(JSON.parse(rebuilt.out)).toMatchObject({ reports: 3, failed: [] });
    }
    expect((await look((engine) => engine.read((reader) => reader.reports()))).map((report) => report.year).sort()).toEqual([
      2019, 2023, 2023,
    ]);
  }, 120_000);

  it('names what is damaged in the archive and rebuilds the others', async () => {
    putReports(2);
    await index();
    const sources = readdirSync(room.path('data', 'archive', 'sources'), { recursive: true }).map(String);
    const record = sources.find((name) => name.endsWith('.json')) ?? '';
    copyFileSync(room.path('in', '1.txt'), room.path('data', 'archive', 'sources', record));
    const rebuilt = await run(['rebuild', ...data()]);
    expect(rebuilt.code).toBe(1);
    expect(rebuilt.err).toContain(record);
    expect((await inspect()).sources).toHaveLength(1);
    expect((await run(['doctor', ...data()])).out).toContain('✗ 档案');
  });
});

const ids = () => look((engine) => engine.read(async (reader) => (await reader.reports()).map((report) => report.id)));
