import type { DatabaseSync } from 'node:sqlite';

/** Raised with every change of what is stored; an index of another version is rebuilt, never guessed at. */
export const schemaVersion = 9;

/** "SuZh" in ASCII: says whose file it is. */
export const applicationId = 0x53755a68;

/** The full-text tables, each merged in small steps in idle time. */
export const fullTextTables = ['grams', 'singles'] as const;

/** FTS5 merges while writing when so many segments of one size stand together; 8 rather than 4 saves a fifth of the time of writing. */
const segmentsPerMerge = 8;

/**
 * Rowids of documents are given once and never again; those of one report are consecutive, in the order of the text.
 * Text that must come back exactly (lone surrogates, NUL) is a blob of UTF-16LE; JSON escapes both by itself. Texts of reports and their
 * normal forms are stored in pieces (sqlite-text.ts).
 * Documents and facts are tuples (sqlite-tuples.ts).
 * `report.sum` is that of all that is stored of a report outside the full-text tables, `sum` of a value that of its row (sqlite-sum.ts).
 * Rowids of facts are given like those of documents; `report_facts.data` has the columns that facts are filtered and ordered by.
 * Full-text tables keep no content: `grams` has the character bigrams that begin in a document in order, `singles` its characters.
 */
const statements = [
  'create table meta (key text primary key, value text not null) without rowid',
  `create table facet_value (facet integer, number integer, text text not null, sum integer not null,
     primary key (facet, number)) without rowid`,
  `create table report (number integer primary key, id text not null unique, first integer not null, documents integer not null,
     department integer not null, district integer not null, city integer not null, year integer not null,
     report_kind integer not null, scope integer not null, length integer not null, summary text not null, sum integer not null)`,
  'create table report_columns (report integer primary key, data blob not null)',
  'create table report_detail (report integer primary key, noise blob not null, pages text not null, detail text not null, blocks text not null)',
  'create table report_text (key integer primary key, data blob not null)',
  'create table document (row integer primary key, data text not null)',
  'create table report_folded (key integer primary key, data blob not null)',
  `create table report_lean (report integer primary key, ends blob not null, seams blob not null,
     label_ends blob not null, path blob not null, paths text not null, labels blob not null)`,
  `create table fact_value (list integer, number integer, text text not null, sum integer not null,
     primary key (list, number)) without rowid`,
  'create table report_facts (report integer primary key, first integer not null, facts integer not null, data blob not null)',
  'create table fact (row integer primary key, data text not null)',
  `create virtual table grams using fts5(x, content='', contentless_delete=1, tokenize='ascii')`,
  `create virtual table singles using fts5(x, content='', contentless_delete=1, detail=none, tokenize='ascii')`,
  ...fullTextTables.flatMap((table) => [
    `insert into ${table}(${table}, rank) values ('deletemerge', 0)`,
    `insert into ${table}(${table}, rank) values ('automerge', ${segmentsPerMerge})`,
  ]),
];

/** Page size and journal must be set before the first table is made. */
export function createSchema(db: DatabaseSync, meta: Readonly<Record<string, string>>): void {
  db.exec('pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = normal');
  db.exec('begin immediate');
  for (const statement of statements) db.exec(statement);
  const insert = db.prepare('insert into meta (key, value) values (?, ?)');
  for (const [key, value] of Object.entries(meta)) insert.run(key, value);
  db.exec(`pragma application_id = ${applicationId}; pragma user_version = ${schemaVersion}`);
  db.exec('commit');
}
