import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { IndexDamagedError, IndexReplacedError, rebuildHint } from '../../errors.ts';
import { connect } from './sqlite-database.ts';

/**
 * The index that an engine was opened on. Its threads connect when they are first needed, and again after one was ended: by then a rebuild may have put
 * another file at the path, or none, whose documents must not be mixed with those of this one.
 */
export interface OpenedIndex {
  readonly path: string;
  /** The mark that it got when it was made, and no other index has. */
  readonly epoch: string;
}

/** Throws IndexReplacedError when the file at its path is no longer the index, or gone; else what SQLite throws. */
export function connectToOpened({ path, epoch }: OpenedIndex): DatabaseSync {
  let db: DatabaseSync | null = null;
  try {
    db = connect(path);
    if (readEpoch(db) === epoch) return db;
  } catch (error) {
    db?.close();
    throw existsSync(path) ? error : replaced(path, error);
  }
  db.close();
  throw replaced(path);
}

const replaced = (path: string, cause?: unknown) =>
  new IndexReplacedError(`索引 ${path} 已被移走，或换成了另一个；请稍后再试，若仍如此请重新启动服务`, { cause });

/** Throws IndexDamagedError when it has none. */
export function readEpoch(db: DatabaseSync): string {
  const epoch = db.prepare("select value from meta where key = 'epoch'").get()?.value;
  if (typeof epoch !== 'string') throw new IndexDamagedError(`索引缺少版本记录，已损坏；${rebuildHint}`);
  return epoch;
}
