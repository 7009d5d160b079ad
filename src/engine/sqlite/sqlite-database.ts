import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { EngineUnavailableError, IndexDamagedError, rebuildHint, SuzhangError } from '../../errors.ts';

/** Milliseconds that a connection waits for another's write. */
export const busyMs = 5_000;

/** A connection to the file at `path`. The mode keeps SQLite from making an empty one where there is none (sqlite.org/uri.html). */
export function connect(path: string): DatabaseSync {
  const file = pathToFileURL(path);
  file.searchParams.set('mode', 'rw');
  const db = new DatabaseSync(file);
  db.exec(`pragma busy_timeout = ${busyMs}; pragma synchronous = normal; pragma mmap_size = 0`);
  return db;
}

/** Reads `<epoch>-<count of writes>`: another for every write, and for every rebuilt index. */
export function createBuildReading(db: DatabaseSync): () => string {
  const read = db.prepare(
    "select group_concat(value, '-') build from (select value from meta where key in ('epoch', 'build') order by key desc)",
  );
  return () => {
    const build = read.get()?.build;
    if (typeof build !== 'string') throw new IndexDamagedError(`索引缺少版本记录，已损坏；${rebuildHint}`);
    return build;
  };
}

/** Runs `work` and says what SQLite's own errors mean for a person. */
export function named<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw nameError(path, error);
  }
}

const sqliteCode = (error: unknown): number | null =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null;

/** SQLite's result codes (sqlite.org/rescode.html) that say something to a person. */
const code = { busy: 5, locked: 6, readOnly: 8, input: 10, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 } as const;

export const isBusy = (error: unknown): boolean => sqliteCode(error) === code.busy || sqliteCode(error) === code.locked;

export function nameError(path: string, error: unknown): unknown {
  if (error instanceof SuzhangError || !(error instanceof Error)) return error;
  const unavailable = (why: string) => new EngineUnavailableError(`索引 ${path} ${why}`, { cause: error });
  switch (sqliteCode(error)) {
    case code.busy:
    case code.locked:
      return unavailable('正被另一个程序占用，请稍后再试');
    case code.readOnly:
      return unavailable('不可写，请检查文件及所在文件夹的权限');
    case code.input:
      return unavailable(`读写出错（${error.message}），请检查磁盘`);
    case code.full:
      return unavailable('无法写入：磁盘已满，请腾出空间后再试');
    case code.cannotOpen:
      return unavailable('打不开，请检查所在文件夹是否存在、可写');
    case code.corrupt:
    case code.notADatabase:
      return new IndexDamagedError(`索引 ${path} 已损坏（${error.message}）；${rebuildHint}`, { cause: error });
    default:
      return error;
  }
}
