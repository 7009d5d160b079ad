import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { indexReports } from '../../indexer/index-reports.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { diagnoseSqlite } from '../../src/engine/sqlite/sqlite-diagnose.ts';
import { openSqliteEngine } from '../../src/engine/sqlite/sqlite-engine.ts';
import { storeReport } from '../support/store-report.ts';
import { generateReport } from './generated-reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'suzhang-damage-'));
const path = join(folder, 'index.sqlite');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const engine = await openSqliteEngine({ path });
  await indexReports([samples], { archive: openArchive(join(folder, 'archive')), engine, data: folder, jobs: 1 });
  // Reports that went, and that came twice, leave gaps in what is stored.
  for (const seed of [1, 2, 1]) await storeReport(engine, generateReport(seed, 120));
  await engine.removeReport(generateReport(2, 120).report.id);
  await engine.close();
}, 60_000);

const samples = fileURLToPath(new URL('../../samples', import.meta.url));

/** Bytes that are looked for together: long enough to stand in one place only, short enough to lie on one page. */
const PIECE = 24;

/** Where in the file a piece of some value of the column stands, and nowhere else: in its middle, or later. */
function placeOf(file: Buffer, table: string, column: string, part = 0.5): number {
  const db = new DatabaseSync(path, { readOnly: true });
  const values = db.prepare(`select cast(${column} as blob) value from ${table} order by length(${column}) desc limit 20`).all();
  db.close();
  for (const { value } of values) {
    if (!(value instanceof Uint8Array)) continue;
    for (let from = Math.floor(value.length * part); from + PIECE <= value.length; from += PIECE) {
      const piece = value.subarray(from, from + PIECE);
      const at = file.indexOf(piece);
      if (at !== -1 && file.indexOf(piece, at + 1) === -1) return at + PIECE / 2;
    }
  }
  throw new Error(`no value of ${table}.${column} has a piece that stands in one place`);
}

it('finds nothing where nothing is damaged', () => {
  expect(diagnoseSqlite(path).findings).toEqual([expect.objectContaining({ well: true })]);
});

/** A copy of the index as it is after `change`. */
function damagedBy(change: (file: Buffer) => void): string {
  const file = readFileSync(path);
  change(file);
  const damaged = join(folder, 'damaged.sqlite');
  writeFileSync(damaged, file);
  return damaged;
}

const damaged = (says: RegExp) => [expect.objectContaining({ well: false, says: expect.stringMatching(says) })];

it.each([
  ['report', 'summary'],
  ['report_columns', 'data'],
  ['report_detail', 'noise'],
  ['report_detail', 'detail'],
  ['report_detail', 'blocks'],
  ['report_text', 'data'],
  ['report_folded', 'data'],
  ['report_lean', 'ends'],
  ['report_lean', 'label_ends'],
  ['report_lean', 'path'],
  ['report_lean', 'paths'],
  ['report_lean', 'labels'],
  ['document', 'data'],
  ['report_facts', 'data'],
  ['fact', 'data'],
])('finds one other bit in a value of %s.%s', (table, column) => {
  const file = damagedBy((bytes) => {
    const at = placeOf(bytes, table, column);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
  });
  expect(diagnoseSqlite(file).findings).toEqual(damaged(/1 份报告的内容与存入时不同，如 [0-9a-f]{16}）；.*rebuild/));
});

it.each([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])('finds one other bit in what is searched, at %d of a page', (part) => {
  for (const table of ['grams_data', 'singles_data']) {
    const file = damagedBy((bytes) => {
      const at = placeOf(bytes, table, 'block', part);
      bytes[at] = (bytes[at] ?? 0) ^ 4;
    });
    expect(diagnoseSqlite(file).findings).toEqual(damaged(/rebuild/));
  }
});

it.each(['facet_value', 'fact_value'])('finds another text in %s', (table) => {
  const file = damagedBy(() => undefined);
  const db = new DatabaseSync(file);
  db.exec(`update ${table} set text = text || '一' where number = 2`);
  const { changes } = db.prepare('select changes() changes').get() ?? {};
  db.close();
  expect(diagnoseSqlite(file).findings).toEqual(damaged(new RegExp(`${changes} 个各报告共用的值与存入时不同`)));
});
