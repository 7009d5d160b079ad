import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MB } from '../figures.ts';
import type { Peer } from './peer.ts';

/** SQL alone: FTS5's trigram tokenizer, LIKE for what is shorter than three characters (sqlite.org/fts5.html, The Trigram Tokenizer). */
export function sqlFts5Peer(): Peer {
  const folder = mkdtempSync(join(tmpdir(), 'suzhang-peer-'));
  const path = join(folder, 'fts5.sqlite');
  const db = new DatabaseSync(path);
  db.exec('pragma journal_mode = wal; pragma synchronous = normal');
  db.exec(
    `create virtual table place using fts5(id unindexed, text, department unindexed, year unindexed, tokenize='trigram case_sensitive 1')`,
  );
  const condition = (literal: string) =>
    [...literal].length < 3
      ? [`text like ? escape '\\'`, `%${literal.replace(/[%_\\]/g, '\\$&')}%`]
      : ['place match ?', `"${literal.replaceAll('"', '""')}"`];
  const select = (what: string, literal: string, rest = '') => {
    const [where = '', value = ''] = condition(literal);
    return db.prepare(`select ${what} from place where ${where} ${rest}`).all(value);
  };
  return {
    name: 'FTS5 by SQL alone',
    use: 'trigram tokenizer, LIKE below 3 characters; total, 20 rows and 2 facets by GROUP BY',
    async build(source) {
      const insert = db.prepare('insert into place (id, text, department, year) values (?, ?, ?, ?)');
      for await (const documents of source.documents()) {
        db.exec('begin');
        for (const { id, text, department, year } of documents) insert.run(id, text, department, year);
        db.exec('commit');
      }
      db.exec('pragma wal_checkpoint(truncate)');
      return { size: statSync(path).size / MB };
    },
    async first(literal) {
      select('id', literal, 'limit 20');
      for (const facet of ['department', 'year']) select(`${facet}, count(*)`, literal, `group by ${facet}`);
      return Number(select('count(*) total', literal)[0]?.total);
    },
    all: async (literal) => select('id', literal).map(({ id }) => String(id)),
    async close() {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
