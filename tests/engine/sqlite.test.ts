import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Engine, Reader } from '../../src/engine/engine.ts';
import { noFilters } from '../../src/engine/filters.ts';
import { openSqliteEngine } from '../../src/engine/sqlite/sqlite-engine.ts';
import { sqliteFiles } from '../../src/engine/sqlite/sqlite-files.ts';
import { BusyError, EngineUnavailableError, IndexDamagedError } from '../../src/errors.ts';
import { everything, type Match } from '../../src/query/ast.ts';
import { storeReport } from '../support/store-report.ts';
import { describeEngine, literal } from './contract.ts';
import { generateReport } from './generated-reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'suzhang-engine-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const freshPath = () => join(folder, `index-${++files}.sqlite`);

const total = (reader: Reader) =>
  reader.match(everything, { filters: noFilters, facets: [], order: 'source', from: 0, size: 0 }).then((answer) => answer.total);
const totalOf = (engine: Engine) => engine.read(total);

/** The trees that the grams of an index are kept in: FTS5 looks through each at every search. */
function treesOf(path: string): unknown {
  const db = new DatabaseSync(path, { readOnly: true });
  const found = db.prepare('select count(distinct segid) trees from grams_idx').get();
  db.close();
  return found?.trees;
}

/** Another process that has written a report of ten documents and holds the right to write. */
async function startWriter(path: string) {
  const script = fileURLToPath(new URL('./write-report.ts', import.meta.url));
  const child = spawn(process.execPath, [script, path, '7', '10'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  child.stderr.on('data', (data: Buffer) => said.push(data));
  await once(child.stdout, 'data');
  return { stderr: () => Buffer.concat(said).toString(), kill: () => Promise.all([once(child, 'exit'), child.kill('SIGKILL')]) };
}

describeEngine('sqlite', () => openSqliteEngine({ path: freshPath() }));

describe('the embedded engine', () => {
  it('keeps what was stored when it is opened again', async () => {
    const path = freshPath();
    const first = await openSqliteEngine({ path });
    await storeReport(first, generateReport(1, 25));
    const build = await first.read(async (reader) => reader.build);
    await first.close();
    const second = await openSqliteEngine({ path });
    expect(await second.read(async (reader) => [reader.build, await total(reader)])).toEqual([build, 25]);
    await second.close();
  });

  it('sees what another process writes, refuses to write beside it, and writes once it is killed', async () => {
    const path = freshPath();
    const engine = await openSqliteEngine({ path });
    expect(await totalOf(engine)).toBe(0);
    const writer = await startWriter(path);
    expect(await totalOf(engine)).toBe(10);
    await expect(storeReport(engine, generateReport(8, 5))).rejects.toThrow(BusyError);
    await expect(engine.removeReport('none')).rejects.toThrow(/另一个程序正在写入/);
    await writer.kill();
    expect(writer.stderr()).toBe('');
    await storeReport(engine, generateReport(8, 5));
    expect(await totalOf(engine)).toBe(15);
    await engine.close();
  });

  it('lets a program end by itself after close, without a warning', async () => {
    const script = fileURLToPath(new URL('./read-once.ts', import.meta.url));
    const child = spawn(process.execPath, [script, freshPath()], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => said.push(data));
    const [code] = await once(child, 'exit');
    expect({ code, said: Buffer.concat(said).toString() }).toEqual({ code: 0, said: 'read 10\nclosed\n' });
  });

  it('gives the answers that it has while others of the same breath take longer', async () => {
    const engine = await openSqliteEngine({ path: freshPath() });
    await storeReport(engine, generateReport(2, 200));
    const parts = Array.from({ length: 20_000 }, (_, index): Match => literal(`预算${index}`));
    const request = { filters: noFilters, facets: [], order: 'source', from: 0, size: 1 } as const;
    const settled = await engine.read(async (reader) => {
      const settled: string[] = [];
      const soon = reader.match({ kind: 'or', parts: parts.slice(0, 2_000) }, request).then(() => {
        settled.push('first');
        setImmediate(() => settled.push('a turn of the program'));
      });
      const late = reader.match({ kind: 'or', parts }, request).then(() => settled.push('last'));
      await Promise.all([soon, late]);
      return settled;
    });
    expect(settled).toEqual(['first', 'a turn of the program', 'last']);
    await engine.close();
  });

  it('ends a question that runs past its limit while others go on', async () => {
    const engine = await openSqliteEngine({ path: freshPath(), readers: 2 });
    await storeReport(engine, generateReport(2, 200));
    const parts = Array.from({ length: 60_000 }, (_, index): Match => literal(`预算${index}`));
    const slow = engine.read(
      (reader) => reader.match({ kind: 'or', parts }, { filters: noFilters, facets: [], order: 'source', from: 0, size: 1 }),
      {
        limitMs: 100,
      },
    );
    const others = Promise.all([1, 2, 3, 4].map(() => totalOf(engine)));
    await expect(slow).rejects.toThrow(/^检索超过 100 毫秒，已中止；请缩小范围后再试$/);
    expect(await others).toEqual([200, 200, 200, 200]);
    expect(await Promise.all([1, 2, 3, 4].map(() => totalOf(engine)))).toEqual([200, 200, 200, 200]);
    await engine.close();
  });

  it('counts waiting towards the limit, and says whether it was the wait, the question or both that took too long', async () => {
    const engine = await openSqliteEngine({ path: freshPath(), readers: 1 });
    const [begun, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const holding = engine.read(() => {
      begun.resolve();
      return held.promise;
    });
    await begun.promise;
    await expect(engine.read(total, { limitMs: 50 })).rejects.toThrow(/^等候了 50 毫秒，读取索引的线程仍都在忙别的检索/);
    const after = engine.read(() => new Promise(() => undefined), { limitMs: 500 });
    setTimeout(held.resolve, 20);
    await expect(after).rejects.toThrow(/^等候空闲的线程用了 \d+ 毫秒，其后的检索未能在 500 毫秒的时限内完成/);
    await holding;
    expect(await totalOf(engine)).toBe(0);
    await engine.close();
  });

  it('refuses everything after close, also a reading under way', async () => {
    const engine = await openSqliteEngine({ path: freshPath() });
    const underWay = engine.read(async (reader) => {
      await total(reader);
      await engine.close();
      return total(reader);
    });
    await expect(underWay).rejects.toBeInstanceOf(EngineUnavailableError);
    await expect(totalOf(engine)).rejects.toBeInstanceOf(EngineUnavailableError);
    await expect(storeReport(engine, generateReport(1, 1))).rejects.toBeInstanceOf(EngineUnavailableError);
  });

  it('leaves each full-text table as one tree where it wrote much of the index, and does not rewrite all for one report', async () => {
    const path = freshPath();
    const store = async (seeds: readonly number[]) => {
      const engine = await openSqliteEngine({ path });
      for (const seed of seeds) await storeReport(engine, generateReport(seed, 100));
      await engine.close();
    };
    await store(Array.from({ length: 12 }, (_, seed) => seed + 1));
    expect(treesOf(path)).toBe(1);
    await store([20]);
    expect(treesOf(path)).toBe(2);
    const engine = await openSqliteEngine({ path });
    expect(await totalOf(engine)).toBe(1_300);
    await engine.close();
  });

  it('merges in idle time without changing an answer', async () => {
    const engine = await openSqliteEngine({ path: freshPath() });
    for (let seed = 1; seed <= 12; seed++) await storeReport(engine, generateReport(seed, 10));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await totalOf(engine)).toBe(120);
    await engine.close();
  });

  it('keeps nothing of a removed report', async () => {
    const path = freshPath();
    const engine = await openSqliteEngine({ path });
    const report = generateReport(3, 30);
    await storeReport(engine, report);
    await engine.removeReport(report.report.id);
    await engine.close();
    const db = new DatabaseSync(path);
    const tables = [
      'report',
      'report_columns',
      'report_detail',
      'report_text',
      'report_folded',
      'report_lean',
      'document',
      'report_facts',
      'fact',
    ];
    expect(tables.map((table) => db.prepare(`select count(*) rows from ${table}`).get()?.rows)).toEqual(tables.map(() => 0));
    for (const token of ['甲', '预'])
      expect(db.prepare('select count(*) rows from singles where singles match ?').get(token)?.rows).toBe(0);
    db.close();
  });

  it('leaves only its own files behind, and after close only the index and the lock', async () => {
    const path = freshPath();
    const engine = await openSqliteEngine({ path });
    await storeReport(engine, generateReport(1, 5));
    await engine.close();
    const kept = readdirSync(folder).filter((name) => path.endsWith(name) || name.startsWith(`${path.split('/').at(-1)}`));
    expect(kept.map((name) => join(folder, name)).sort()).toEqual([path, `${path}-lock`]);
    expect(sqliteFiles(path)).toEqual(expect.arrayContaining([path, `${path}-lock`]));
  });
});

describe('an index that cannot be used', () => {
  const closed = async () => {
    const path = freshPath();
    const engine = await openSqliteEngine({ path });
    for (let seed = 1; seed <= 5; seed++) await storeReport(engine, generateReport(seed, 60));
    await engine.close();
    return path;
  };
  const refused = async (path: string, why: RegExp) => {
    const opening = openSqliteEngine({ path }).then(async (engine) => {
      try {
        return await engine.read(async (reader) => [
          await total(reader),
          await reader.reports(),
          await reader.match(literal('预算'), { filters: noFilters, facets: [], order: 'source', from: 0, size: 5 }),
        ]);
      } finally {
        await engine.close();
      }
    });
    await expect(opening).rejects.toThrow(why);
    await expect(opening).rejects.toBeInstanceOf(IndexDamagedError);
    await expect(opening).rejects.toThrow(/rebuild/);
    expect(existsSync(path)).toBe(true);
  };
  const change = (path: string, sql: string) => {
    const db = new DatabaseSync(path);
    db.exec(sql);
    db.close();
  };

  it('is named when it is of another version', async () => {
    const path = await closed();
    change(path, 'pragma user_version = 99');
    await refused(path, /版本是 99/);
  });

  it('is named when it was made with another dictionary', async () => {
    const path = await closed();
    change(path, "update meta set value = 'other' where key = 'dictionary'");
    await refused(path, /另一部词典/);
  });

  it('is named when it is another database', async () => {
    const path = freshPath();
    change(path, 'create table other (x)');
    await refused(path, /不是溯账的索引/);
  });

  it('is named when it is no database', async () => {
    const path = freshPath();
    writeFileSync(path, 'no database at all '.repeat(1_000));
    await refused(path, /已损坏/);
  });

  it('is named when it is empty', async () => {
    const path = freshPath();
    writeFileSync(path, '');
    await refused(path, /空文件/);
  });

  it('is named when its end is missing', async () => {
    const path = await closed();
    truncateSync(path, 40_960);
    await refused(path, /已损坏/);
  });
});
