import { DatabaseSync } from 'node:sqlite';
import { EngineUnavailableError, IndexDamagedError, SuzhangError } from '../../errors.ts';

export const rebuildHint = 'run: npm run suzhang -- rebuild';

/** Milliseconds that a connection waits for another's write. */
export const busyMs = 5_000;

export function connect(path: string): DatabaseSync {
  const db = new DatabaseSync(path);
  db.exec(`pragma busy_timeout = ${busyMs}; pragma synchronous = normal; pragma mmap_size = 0`);
  return db;
}

/** `<epoch>-<count of writes>`: another for every write, and for every rebuilt index. */
export function readBuild(db: DatabaseSync): string {
  const value = db
    .prepare("select group_concat(value, '-') build from (select value from meta where key in ('epoch', 'build') order by key desc)")
    .get()?.build;
  if (typeof value !== 'string') throw new IndexDamagedError(`the index does not say its build; ${rebuildHint}`);
  return value;
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
  const unavailable = (why: string) => new EngineUnavailableError(`the index ${path} ${why}`, { cause: error });
  switch (sqliteCode(error)) {
    case code.busy:
    case code.locked:
      return unavailable('is locked by another program; try again later');
    case code.readOnly:
      return unavailable('cannot be written; check the rights of the file and its folder');
    case code.input:
      return unavailable(`cannot be read or written (${error.message}); check the disk`);
    case code.full:
      return unavailable('cannot grow: the disk is full; free some space and try again');
    case code.cannotOpen:
      return unavailable('cannot be opened; check that its folder exists and may be written');
    case code.corrupt:
    case code.notADatabase:
      return new IndexDamagedError(`the index ${path} is damaged (${error.message}); ${rebuildHint}`, { cause: error });
    default:
      return error;
  }
}
