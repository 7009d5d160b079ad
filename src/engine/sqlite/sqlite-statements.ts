import type { DatabaseSync } from 'node:sqlite';
import { createFactNumbering } from './sqlite-fact-values.ts';
import { textOf } from './sqlite-rows.ts';
import { fullTextTables } from './sqlite-schema.ts';
import { createNumbering } from './sqlite-values.ts';

/** What writing says to the database, prepared once; prepared anew after a rollback, which takes back the numbers of new facet values. Texts of documents and facts come as UTF-8. */
export type Statements = ReturnType<typeof prepareStatements>;

export function prepareStatements(db: DatabaseSync) {
  const prepare = (sql: string) => db.prepare(sql);
  return {
    getMeta: prepare('select value from meta where key = ?'),
    setMeta: prepare('insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value'),
    find: prepare('select number, first, documents, length from report where id = ?'),
    report: prepare('insert into report values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    columns: prepare('insert into report_columns values (?, ?)'),
    detail: prepare('insert into report_detail values (?, ?, ?, ?, ?)'),
    text: prepare('insert into report_text values (?, ?)'),
    document: prepare('insert into document values (?, cast(? as text))'),
    folded: prepare('insert into report_folded values (?, ?)'),
    lean: prepare('insert into report_lean values (?, ?, ?, ?, ?, ?, ?)'),
    grams: prepare('insert into grams (rowid, x) values (?, cast(? as text))'),
    singles: prepare('insert into singles (rowid, x) values (?, cast(? as text))'),
    reportFacts: prepare('insert into report_facts values (?, ?, ?, ?)'),
    fact: prepare('insert into fact values (?, cast(? as text))'),
    facts: prepare('select first, facts from report_facts where report = ?'),
    removeReport: [
      'delete from report where number = ?',
      'delete from report_columns where report = ?',
      'delete from report_detail where report = ?',
      'delete from report_lean where report = ?',
      'delete from report_facts where report = ?',
    ].map(prepare),
    removePieces: ['report_text', 'report_folded'].map((table) => prepare(`delete from ${table} where key >= ? and key < ?`)),
    removeDocuments: prepare('delete from document where row >= ? and row < ?'),
    removeTokens: fullTextTables.map((table) => prepare(`delete from ${table} where rowid = ?`)),
    removeFacts: prepare('delete from fact where row >= ? and row < ?'),
    number: createNumbering(db),
    factNumber: createFactNumbering(db),
  };
}

export function readCounter(statements: Statements, key: string): number {
  return Number.parseInt(textOf(statements.getMeta.get(key)?.value), 10);
}

/** Takes `count` numbers that were never used before and returns the first. */
export function take(statements: Statements, key: string, count: number): number {
  const first = readCounter(statements, key);
  statements.setMeta.run(key, String(first + count));
  return first;
}
