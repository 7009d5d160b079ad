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

const busy = 5;
const locked = 6;
const full = 13;
const corrupt = 11;
const notADatabase = 26;

export function nameError(path: string, error: unknown): unknown {
  if (error instanceof SuzhangError || !(error instanceof Error)) return error;
  switch (sqliteCode(error)) {
    case busy:
    case locked:
      return new EngineUnavailableError(`the index ${path} is locked by another program; try again later`, { cause: error });
    case full:
      return new EngineUnavailableError(`the disk of ${path} is full; free some space and try again`, { cause: error });
    case corrupt:
    case notADatabase:
      return new IndexDamagedError(`the index ${path} is damaged (${error.message}); ${rebuildHint}`, { cause: error });
    default:
      return error;
  }
}
