import type { DatabaseSync } from 'node:sqlite';
import { summarise } from '../../model/report.ts';
import type { FacetName, FacetValue, StoredReport } from '../engine.ts';
import { busyMs } from './sqlite-database.ts';
import { wholeFen } from './sqlite-fen.ts';
import { type DocumentTokens, inOrder, seamedDocuments, tokensOf } from './sqlite-projection.ts';
import { encodeReportColumns } from './sqlite-report-columns.ts';
import { encodeNumbers, encodeUtf16, integerOf, textOf } from './sqlite-rows.ts';
import { fullTextTables } from './sqlite-schema.ts';
import { chunkKey, chunksOf } from './sqlite-text.ts';
import { createNumbering } from './sqlite-values.ts';

/** Log pages are moved into the file after this many commits; beside a busy reader the log would grow without end. */
const commitsPerCheckpoint = 20;

export interface Writer {
  replace(stored: StoredReport): void;
  remove(id: string): boolean;
  /** One small step of merging the full-text tables; false when nothing is left to do. */
  merge(): boolean;
  /** Moves the log into the file if no reader is in the way; never waits for one, whose thread may be waiting for us. */
  checkpoint(): void;
}

/** Writes reports, each in one transaction, on a connection of its own. */
export function createWriter(db: DatabaseSync): Writer {
  let statements = prepareStatements(db);
  let commits = 0;
  const checkpoint = () => {
    if (checkpointNow(db)) commits = 0;
  };

  const transaction = <T>(work: () => T): T => {
    db.exec('begin immediate');
    try {
      const result = work();
      statements.setMeta.run('build', String(readNumber(statements, 'build') + 1));
      db.exec('commit');
      if (++commits >= commitsPerCheckpoint) checkpoint();
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec('rollback');
      statements = prepareStatements(db);
      throw error;
    }
  };

  return {
    replace: (stored) =>
      transaction(() => {
        removeReport(statements, stored.report.id);
        insertReport(statements, stored);
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

type Statements = ReturnType<typeof prepareStatements>;

function prepareStatements(db: DatabaseSync) {
  const prepare = (sql: string) => db.prepare(sql);
  return {
    getMeta: prepare('select value from meta where key = ?'),
    setMeta: prepare('insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value'),
    find: prepare('select number, first, documents, length from report where id = ?'),
    report: prepare('insert into report values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    columns: prepare('insert into report_columns values (?, ?)'),
    detail: prepare('insert into report_detail values (?, ?, ?, ?, ?)'),
    text: prepare('insert into report_text values (?, ?)'),
    path: prepare('insert into heading_path values (?, ?)'),
    document: prepare('insert into document values (?, ?)'),
    lean: prepare('insert into lean values (?, ?, ?, ?, ?)'),
    grams: prepare('insert into grams (rowid, x) values (?, ?)'),
    singles: prepare('insert into singles (rowid, x) values (?, ?)'),
    paths: prepare('select min(path) first, max(path) last from lean where row >= ? and row < ?'),
    removals: [
      ['delete from report where number = ?', 'number'],
      ['delete from report_columns where report = ?', 'number'],
      ['delete from report_detail where report = ?', 'number'],
    ].map(([sql = '']) => prepare(sql)),
    removeText: prepare('delete from report_text where key >= ? and key < ?'),
    removePaths: prepare('delete from heading_path where number >= ? and number <= ?'),
    removeRows: ['document', 'lean'].map((table) => prepare(`delete from ${table} where row >= ? and row < ?`)),
    removeTokens: fullTextTables.map((table) => prepare(`delete from ${table} where rowid = ?`)),
    number: createNumbering(db),
  };
}

function readNumber(statements: Statements, key: string): number {
  return Number.parseInt(textOf(statements.getMeta.get(key)?.value), 10);
}

/** Takes `count` numbers that were never used before and returns the first. */
function take(statements: Statements, key: string, count: number): number {
  const first = readNumber(statements, key);
  statements.setMeta.run(key, String(first + count));
  return first;
}

function removeReport(statements: Statements, id: string): boolean {
  const found = statements.find.get(id);
  if (found === undefined) return false;
  const [number, first] = [integerOf(found.number), integerOf(found.first)];
  const end = first + integerOf(found.documents);
  const paths = statements.paths.get(first, end);
  if (paths !== undefined && paths.first !== null) statements.removePaths.run(integerOf(paths.first), integerOf(paths.last));
  for (let row = first; row < end; row++) for (const statement of statements.removeTokens) statement.run(row);
  for (const statement of statements.removeRows) statement.run(first, end);
  statements.removeText.run(chunkKey(number, 0), chunkKey(number + 1, 0));
  for (const statement of statements.removals) statement.run(number);
  return true;
}

function insertReport(statements: Statements, stored: StoredReport): void {
  const { report, text, blocks } = stored;
  const documents = inOrder(stored);
  const number = take(statements, 'next-report', 1);
  const first = take(statements, 'next-row', documents.length);
  const facet = (name: FacetName, value: FacetValue) => statements.number(name, value);
  statements.report.run(
    number,
    report.id,
    first,
    documents.length,
    facet('department', report.department),
    facet('district', report.district),
    facet('city', report.city),
    facet('year', report.year === null ? null : String(report.year)),
    facet('reportKind', report.reportKind),
    facet('scope', report.scope),
    text.text.length,
    JSON.stringify(summarise(report)),
  );
  const noise = blocks.flatMap((block) => (block.kind === 'noise' && block.noise !== 'blank' ? [block.start, block.end] : []));
  statements.detail.run(number, JSON.stringify(report), JSON.stringify(text.pages), encodeNumbers(noise), JSON.stringify(blocks));
  chunksOf(text.text).forEach((chunk, index) => {
    statements.text.run(chunkKey(number, index), encodeUtf16(chunk));
  });
  const tokens = tokensOf(documents);
  statements.columns.run(number, encodeReportColumns(columnsOf(documents, tokens, facet)));
  insertDocuments(statements, first, documents, tokens);
}

function insertDocuments(
  statements: Statements,
  first: number,
  documents: StoredReport['documents'],
  tokens: readonly DocumentTokens[],
): void {
  const paths = new Map<string, number>();
  for (const { words } of documents) {
    const path = words.path.join('');
    if (!paths.has(path)) paths.set(path, paths.size);
  }
  const firstPath = take(statements, 'next-path', paths.size);
  for (const [path, index] of paths) statements.path.run(firstPath + index, encodeUtf16(path));
  let row = first;
  for (const { document, folded, words, seams } of documents) {
    const made = tokens[row - first];
    statements.document.run(row, JSON.stringify(document));
    const path = firstPath + (paths.get(words.path.join('')) ?? 0);
    const ownSeams = seams.filter((seam) => seam < folded.length);
    statements.lean.run(
      row,
      path,
      encodeUtf16(words.labels.join('')),
      encodeUtf16(folded),
      ownSeams.length === 0 ? null : ownSeams.join(','),
    );
    if (made !== undefined) {
      statements.grams.run(row, made.grams);
      statements.singles.run(row, made.singles);
    }
    row++;
  }
}

function columnsOf(
  documents: StoredReport['documents'],
  tokens: readonly DocumentTokens[],
  number: (name: FacetName, value: FacetValue) => number,
) {
  const seamed = seamedDocuments(documents);
  const fen = documents.flatMap((document) => document.fen.map(wholeFen));
  let amounts = 0;
  return {
    start: Uint32Array.from(documents, ({ document }) => document.start),
    end: Uint32Array.from(documents, ({ document }) => document.end),
    kind: Uint32Array.from(documents, ({ document }) => number('kind', document.kind)),
    category: Uint32Array.from(documents, ({ document }) => number('category', document.category)),
    table: Uint32Array.from(documents, ({ document }) => number('table', document.table)),
    code: Uint32Array.from(documents, ({ document }) => number('code', document.code)),
    amountEnd: Uint32Array.from(documents, (document) => {
      amounts += document.fen.length;
      return amounts;
    }),
    seamed: Uint32Array.from(seamed, (is) => (is ? 1 : 0)),
    length: Uint32Array.from(documents, ({ words }) => words.text.length),
    edge: Uint32Array.from(tokens, ({ edge }) => edge),
    fen: Float64Array.from(fen),
  };
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
