import { nameFits, namesOf, subjectByCode } from '../../src/subjects/lookup.ts';
import type { NamedRow } from './join-names.ts';

const DOUBT = '名称被拆开，无法确定属于哪一行';

/**
 * 2080506 | 费支出: the name is not that of the code but the end of its name, or of the name of the row above. The lines of such a row were mixed up,
 * and so may its figures be: it stays text.
 */
export function doubtTornNames<T extends NamedRow>(rows: readonly T[]): T[] {
  return rows.map((one, at) => (isTorn(one, rows[at - 1]) ? { ...one, row: { ...one.row, cells: [], doubt: DOUBT } } : one));
}

function isTorn({ row }: NamedRow, above: NamedRow | undefined): boolean {
  if (row.code === null || row.name === null || row.cells.length === 0 || nameFits(row.code, row.name) !== false) return false;
  const { name } = row;
  return [row.code, above?.row.code ?? null].some((code) => namesOfCode(code).some((whole) => whole !== name && whole.endsWith(name)));
}

function namesOfCode(code: string | null): readonly string[] {
  const subject = code === null ? null : subjectByCode(code);
  return subject === null ? [] : namesOf(subject);
}
