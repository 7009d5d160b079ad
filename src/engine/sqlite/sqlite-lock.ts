import { DatabaseSync } from 'node:sqlite';
import { BusyError } from '../../errors.ts';
import { isBusy } from './sqlite-database.ts';

/**
 * The right to write, held by one process at a time. It is an exclusive lock of SQLite on a file beside the index:
 * the operating system drops it when the process ends, however it ends.
 */
export interface WriteLock {
  release(): void;
}

export function lockForWriting(path: string): WriteLock {
  const db = new DatabaseSync(`${path}-lock`);
  try {
    db.exec('pragma busy_timeout = 0; begin exclusive');
  } catch (error) {
    db.close();
    if (!isBusy(error)) throw error;
    throw new BusyError(`另一个程序正在写入索引 ${path}，请等它结束后再试`, {
      cause: error,
    });
  }
  return {
    release() {
      db.exec('rollback');
      db.close();
    },
  };
}
