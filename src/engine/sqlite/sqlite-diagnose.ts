import { existsSync, statSync } from 'node:fs';
import { IndexDamagedError, rebuildHint } from '../../errors.ts';
import type { Diagnosed, Diagnosis } from '../diagnosis.ts';
import { connect, named } from './sqlite-database.ts';
import { checkIndex } from './sqlite-files.ts';

/** What is well and what is not with the index file. Reads all of it, changes nothing and never throws. */
export function diagnoseSqlite(path: string): Diagnosed {
  if (!existsSync(path)) return { findings: [], openable: false };
  const finding = lookAt(path);
  return { findings: [finding], openable: finding.well };
}

function lookAt(path: string): Diagnosis {
  const what = '索引文件';
  try {
    checkIndex(path);
    checkPages(path);
    return { what, well: true, says: `${path}，${(statSync(path).size / 2 ** 20).toFixed(1)} MB，各页完好`, fix: null };
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return { what, well: false, says, fix: error instanceof IndexDamagedError ? rebuildHint : '请按所说的原因处理后再试' };
  }
}

/** SQLite's own look at every page (sqlite.org/pragma.html#pragma_quick_check): 2 to 3 seconds a gigabyte. */
function checkPages(path: string): void {
  const problem = named(path, () => {
    const db = connect(path);
    try {
      return db.prepare('pragma quick_check(1)').get()?.quick_check;
    } finally {
      db.close();
    }
  });
  if (problem !== 'ok') throw new IndexDamagedError(`索引 ${path} 已损坏（${String(problem).replace(/\s+/g, ' ')}）；${rebuildHint}`);
}
