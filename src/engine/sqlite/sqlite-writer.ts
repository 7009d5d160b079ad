import type { DatabaseSync } from 'node:sqlite';
import type { Report } from '../../model/report.ts';
import { busyMs } from './sqlite-database.ts';
import { insertReport } from './sqlite-insert.ts';
import type { SqliteProjection } from './sqlite-projection.ts';
import { integerOf } from './sqlite-rows.ts';
import { fullTextTables } from './sqlite-schema.ts';
import { prepareStatements, readNumber, type Statements } from './sqlite-statements.ts';
import { chunkKey } from './sqlite-text.ts';

/**
 * Log pages are moved into the file after this many commits, some 25 MB; beside a busy reader the log would grow without end.
 * SQLite itself would do it after 8 MB: three times as many waits for the disk, and pages that change with each report written as often.
 */
const commitsPerCheckpoint = 20;

export interface Writer {
  replace(report: Report, content: SqliteProjection): void;
  remove(id: string): boolean;
  /** One small step of merging the full-text tables; false when nothing is left to do. */
  merge(): boolean;
  /** Moves the log into the file if no reader is in the way; never waits for one, whose thread may be waiting for us. */
  checkpoint(): void;
}

/** Writes reports, each in one transaction, on a connection of its own. */
export function createWriter(db: DatabaseSync): Writer {
  db.exec('pragma wal_autocheckpoint = 0');
  let statements = prepareStatements(db);
  let commits = 0;
  const checkpoint = () => {
    if (checkpointNow(db)) commits = 0;
  };

  const commit = <T>(work: () => T): T => {
    db.exec('begin immediate');
    try {
      const result = work();
      statements.setMeta.run('build', String(readNumber(statements, 'build') + 1));
      db.exec('commit');
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec('rollback');
      statements = prepareStatements(db);
      throw error;
    }
  };
  const transaction = <T>(work: () => T): T => {
    const result = commit(work);
    if (++commits >= commitsPerCheckpoint) checkpoint();
    return result;
  };

  return {
    replace: (report, content) =>
      transaction(() => {
        removeReport(statements, report.id);
        insertReport(statements, report, content);
      }),
    remove: (id) => {
      if (statements.find.get(id) === undefined) return false;
      return transaction(() => removeReport(statements, id));
    },
    merge: () => mergeStep(db),
    checkpoint,
  };
}

/** False when a reader was in the way; then the next commit tries again. */
function checkpointNow(db: DatabaseSync): boolean {
  db.exec('pragma busy_timeout = 0');
  const busy = integerOf(db.prepare('pragma wal_checkpoint(truncate)').get()?.busy);
  db.exec(`pragma busy_timeout = ${busyMs}`);
  return busy === 0;
}

function removeReport(statements: Statements, id: string): boolean {
  const found = statements.find.get(id);
  if (found === undefined) return false;
  const [number, first] = [integerOf(found.number), integerOf(found.first)];
  const end = first + integerOf(found.documents);
  for (let row = first; row < end; row++) for (const statement of statements.removeTokens) statement.run(row);
  statements.removeDocuments.run(first, end);
  for (const statement of statements.removePieces) statement.run(chunkKey(number, 0), chunkKey(number + 1, 0));
  const facts = statements.facts.get(number);
  const firstFact = integerOf(facts?.first);
  statements.removeFacts.run(firstFact, firstFact + integerOf(facts?.facts));
  for (const statement of statements.removeReport) statement.run(number);
  return true;
}

/** Pages written by one step; about a hundredth of a second. */
const pagesPerStep = 64;

function mergeStep(db: DatabaseSync): boolean {
  let worked = false;
  for (const table of fullTextTables) {
    const before = integerOf(db.prepare('select total_changes() changes').get()?.changes);
    db.prepare(`insert into ${table}(${table}, rank) values ('merge', ?)`).run(pagesPerStep);
    const after = integerOf(db.prepare('select total_changes() changes').get()?.changes);
    if (after - before >= 2) worked = true;
  }
  return worked;
}
