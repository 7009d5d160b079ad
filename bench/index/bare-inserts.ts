import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { prepare } from '../../indexer/prepare.ts';
import { tokensOf } from '../../src/engine/sqlite/sqlite-document-tokens.ts';
import { textAt } from '../../src/engine/sqlite/sqlite-packed-texts.ts';
import { peakMemory } from '../figures.ts';

/**
 * node bare-inserts.ts <reports> <file>: what FTS5 itself takes for the same tokens, one transaction a report, nothing else stored or read.
 * Making the tokens is not counted.
 */
const [reports = '', path = ''] = process.argv.slice(2);
mkdirSync(dirname(path), { recursive: true });
const db = new DatabaseSync(path);
db.exec('pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = normal');
db.exec(`create virtual table grams using fts5(x, content='', contentless_delete=1, tokenize='ascii')`);
db.exec(`create virtual table singles using fts5(x, content='', contentless_delete=1, detail=none, tokenize='ascii')`);
for (const table of ['grams', 'singles']) db.exec(`insert into ${table}(${table}, rank) values ('automerge', 8)`);
const grams = db.prepare('insert into grams (rowid, x) values (?, cast(? as text))');
const singles = db.prepare('insert into singles (rowid, x) values (?, cast(? as text))');
let row = 1;
let ms = 0;
for (const name of readdirSync(reports).sort()) {
  const prepared = await prepare({ id: '0'.repeat(16), fileName: name, source: { bytes: readFileSync(join(reports, name)) } });
  const tokens = tokensOf(prepared.documents);
  const began = performance.now();
  db.exec('begin');
  for (let index = 0; index < prepared.documents.length; index++) {
    grams.run(row, textAt(tokens.grams, index));
    singles.run(row, textAt(tokens.singles, index));
    row++;
  }
  db.exec('commit');
  ms += performance.now() - began;
}
const began = performance.now();
db.exec('pragma wal_checkpoint(truncate)');
db.close();
ms += performance.now() - began;
console.log(JSON.stringify({ seconds: ms / 1000, documents: row - 1, peak: peakMemory() }));
