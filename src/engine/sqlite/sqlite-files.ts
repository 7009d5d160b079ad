import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EngineUnavailableError, IndexDamagedError, rebuildHint } from '../../errors.ts';
import { dictionaryHash } from '../../text/word-weight.ts';
import { connect, named } from './sqlite-database.ts';
import { type OpenedIndex, readEpoch } from './sqlite-opened.ts';
import { applicationId, createSchema, schemaVersion } from './sqlite-schema.ts';

/** The index and what SQLite and we keep beside it: all are moved or deleted together. */
export const sqliteFiles = (path: string): readonly string[] => [path, `${path}-wal`, `${path}-shm`, `${path}-lock`];

/** Makes the file when it is not there, whole under another name first: a file that is there is never an unfinished one. */
export function ensureIndex(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  const unfinished = `${path}.${randomBytes(4).toString('hex')}.new`;
  const db = new DatabaseSync(unfinished);
  createSchema(db, {
    epoch: randomBytes(6).toString('hex'),
    build: '0',
    'next-report': '1',
    'next-row': '1',
    'next-fact': '1',
    dictionary: dictionaryHash(),
  });
  db.close();
  if (existsSync(path)) rmSync(unfinished);
  else renameSync(unfinished, path);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EngineUnavailableError(`无法建立索引所在的文件夹 ${folder}（${why}）`, { cause: error });
  }
}

/** The index at `path`. Throws IndexDamagedError for one that this program cannot read as it was written. */
export function identifyIndex(path: string): OpenedIndex {
  if (statSync(path).size === 0) throw new IndexDamagedError(`索引 ${path} 是空文件（0 字节）；${rebuildHint}`);
  const db = named(path, () => connect(path));
  try {
    named(path, () => checkContent(db, path));
    return { path, epoch: named(path, () => readEpoch(db)) };
  } finally {
    db.close();
  }
}

function checkContent(db: DatabaseSync, path: string): void {
  const number = (pragma: string) => Object.values(db.prepare(`pragma ${pragma}`).get() ?? {})[0];
  if (number('application_id') !== applicationId) throw new IndexDamagedError(`${path} 不是溯账的索引；${rebuildHint}`);
  const version = number('user_version');
  if (version !== schemaVersion) {
    throw new IndexDamagedError(`索引 ${path} 的版本是 ${version}，本程序读的是版本 ${schemaVersion}；${rebuildHint}`);
  }
  const dictionary = db.prepare("select value from meta where key = 'dictionary'").get()?.value;
  if (dictionary !== dictionaryHash()) {
    throw new IndexDamagedError(`索引 ${path} 是用另一部词典建的（${dictionary}，现为 ${dictionaryHash()}）；${rebuildHint}`);
  }
}
