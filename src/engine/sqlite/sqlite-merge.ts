import type { DatabaseSync } from 'node:sqlite';
import { integerOf } from './sqlite-rows.ts';
import { fullTextTables } from './sqlite-schema.ts';

/** How much is merged at once: pages that one step writes into each full-text table. */
export type MergeStep = 'beside others' | 'at the end';
/** Beside others a step takes about a hundredth of a second, at the end a tenth. */
const pagesOf: Readonly<Record<MergeStep, number>> = { 'beside others': 64, 'at the end': 1_000 };

/**
 * A connection that wrote at least this share of the index's documents leaves each full-text table as one tree: 0.65 s at 300,000 documents, which take
 * the median of searches from 7.0 to 6.0 ms. After less, trees are merged only where FTS5 finds enough of a size: rewriting all would cost more than the writing did.
 */
const wholeFrom = 0.1;

export interface Merging {
  /** So many documents were written. */
  note(documents: number): void;
  /** False when nothing is left to do. */
  step(step: MergeStep): boolean;
}

/** Merges what this connection writes, in steps of one transaction each (https://sqlite.org/fts5.html#the_merge_command). */
export function createMerging(db: DatabaseSync): Merging {
  let written = 0;
  const begin = () => {
    const all = integerOf(db.prepare('select coalesce(sum(documents), 0) documents from report').get()?.documents);
    if (written === 0 || written < all * wholeFrom) return;
    written = 0;
    // A negative number puts all trees of a table on one level first, so that the steps that follow make them one.
    for (const table of fullTextTables) merge(db, table, -1);
  };
  return {
    note: (documents) => {
      written += documents;
    },
    step: (step) => {
      begin();
      return fullTextTables.map((table) => merge(db, table, pagesOf[step])).includes(true);
    },
  };
}

/** Whether there was something to do: FTS5 counts two changes then, and one otherwise. */
function merge(db: DatabaseSync, table: string, pages: number): boolean {
  const before = changesOf(db);
  db.prepare(`insert into ${table}(${table}, rank) values ('merge', ?)`).run(pages);
  return changesOf(db) - before >= 2;
}

const changesOf = (db: DatabaseSync): number => integerOf(db.prepare('select total_changes() changes').get()?.changes);
