import type { DatabaseSync } from 'node:sqlite';
import type { Report } from '../../model/report.ts';
import { busyMs } from './sqlite-database.ts';
import { insertReport } from './sqlite-insert.ts';
import { createMerging, type MergeStep } from './sqlite-merge.ts';
import type { SqliteProjection } from './sqlite-projection.ts';
import { integerOf } from './sqlite-rows.ts';
import { prepareStatements, readCounter, type Statements } from './sqlite-statements.ts';
import { chunkKey } from './sqlite-text.ts';

/**
 * Log pages are moved into the file after this many commits, some 25 MB; beside a busy reader the log would grow without end.
 * SQLite itself would do it after 8 MB: three times as many waits for the disk, and pages that change with each report written as often.
 */
const commitsPerCheckpoint = 20;

export interface Writer {
  replace(report: Report, content: SqliteProjection): void;
  remove(id: string): boolean;
  /** One step of merging the full-text tables; false when nothing is left to do. */
  merge(step: MergeStep): boolean;
  /** Moves the log into the file; false if a reader is in the way. Never waits for one, whose thread may be waiting for us. */
  checkpoint(): boolean;
}

/** Writes reports, each in one transaction, on a connection of its own. */
export function createWriter(db: DatabaseSync): Writer {
  db.exec('pragma wal_autocheckpoint = 0');
  let statements = prepareStatements(db);
  const merging = createMerging(db);
  let commits = 0;
  const checkpoint = () => {
    const done = checkpointNow(db);
    if (done) commits = 0;
    return done;
  };
  const committed = () => {
    if (++commits >= commitsPerCheckpoint) checkpoint();
  };

  const commit = <T>(work: () => T): T => {
    db.exec('begin immediate');
    try {
      const result = work();
      statements.setMeta.run('build', String(readCounter(statements, 'build') + 1));
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
    committed();
    return result;
  };

  return {
    replace: (report, content) =>
      transaction(() => {
        removeReport(statements, report.id);
        insertReport(statements, report, content);
        merging.note(content.documents.ends.length);
      }),
    remove: (id) => {
      if (statements.find.get(id) === undefined) return false;
      return transaction(() => removeReport(statements, id));
    },
    merge: (step) => {
      const goesOn = merging.step(step);
      if (goesOn) committed();
      return goesOn;
    },
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
