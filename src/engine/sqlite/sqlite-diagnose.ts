import { existsSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { IndexDamagedError, rebuildHint } from '../../errors.ts';
import type { Diagnosed, Diagnosis } from '../diagnosis.ts';
import { findDamage } from './sqlite-damage.ts';
import { connect, named } from './sqlite-database.ts';
import { identifyIndex } from './sqlite-files.ts';
import { countStrayTerms } from './sqlite-token-damage.ts';

/** What is well and what is not with the index file. Reads all of it, changes nothing and never throws. */
export function diagnoseSqlite(path: string): Diagnosed {
  if (!existsSync(path)) return { findings: [], openable: false };
  const finding = lookAt(path);
  return { findings: [finding], openable: finding.well };
}

function lookAt(path: string): Diagnosis {
  const what = '索引文件';
  try {
    identifyIndex(path);
    check(path, checkPages);
    check(path, checkContent);
    check(path, checkTerms);
    return { what, well: true, says: `${path}，${(statSync(path).size / 2 ** 20).toFixed(1)} MB，各页与所存内容完好`, fix: null };
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return { what, well: false, says, fix: error instanceof IndexDamagedError ? rebuildHint : '请按所说的原因处理后再试' };
  }
}

/** Throws IndexDamagedError where `find` says in words what is damaged. */
function check(path: string, find: (db: DatabaseSync) => string | null): void {
  const db = named(path, () => connect(path));
  try {
    const damage = named(path, () => find(db));
    if (damage !== null) throw new IndexDamagedError(`索引 ${path} 已损坏（${damage}）；${rebuildHint}`);
  } finally {
    db.close();
  }
}

/** SQLite's own look at every page (sqlite.org/pragma.html#pragma_quick_check): 2 to 3 seconds a gigabyte. */
function checkPages(db: DatabaseSync): string | null {
  const problem = db.prepare('pragma quick_check(1)').get()?.quick_check;
  return problem === 'ok' ? null : String(problem).replace(/\s+/g, ' ');
}

/** How many damaged reports are named. */
const MOST_NAMED = 5;

/** What pages hold, which SQLite does not look at. */
function checkContent(db: DatabaseSync): string | null {
  const { reports, values } = findDamage(db);
  const parts = [
    ...(reports.length > 0 ? [`${reports.length} 份报告的内容与存入时不同，如 ${reports.slice(0, MOST_NAMED).join('、')}`] : []),
    ...(values > 0 ? [`${values} 个各报告共用的值与存入时不同`] : []),
  ];
  return parts.length === 0 ? null : parts.join('；');
}

/** What is searched is made of what was found to be whole before. */
function checkTerms(db: DatabaseSync): string | null {
  const stray = countStrayTerms(db);
  return stray === 0 ? null : `供检索的 ${stray} 个字词，所记的位置与原文不符`;
}
