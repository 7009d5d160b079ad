import type { Row } from '../../src/model/row.ts';
import type { Span } from '../../src/model/span.ts';
import { nameFits, subjectsNamed } from '../../src/subjects/lookup.ts';

/** A row with the range it was read from. */
export interface NamedRow extends Span {
  readonly row: Row;
}

// 二十一、 （一） 1. in front of a name
const NUMERAL = /^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、])/;

/**
 * A name that ran over several printed lines: 机关事业单位基本养老保险缴 | 费支出 above, below or on both sides of its figures.
 * Lines are one row only where the whole is a name of the row's code (or, without a code, of some subject) and its part is none.
 */
export function joinNames<T extends NamedRow>(rows: readonly T[]): T[] {
  const gone = new Set<T>();
  const joined: T[] = [];
  for (const [at, one] of rows.entries()) {
    if (gone.has(one)) continue;
    const before = joined.at(-1);
    const after = rows[at + 1];
    const part = parts(one, before, after);
    if (part === null) {
      joined.push(one);
      continue;
    }
    if (part.before) joined.pop();
    if (part.after && after !== undefined) gone.add(after);
    const own = [part.before ? before : undefined, one, part.after ? after : undefined].filter((row) => row !== undefined);
    joined.push({ ...one, start: own[0]?.start ?? one.start, end: own.at(-1)?.end ?? one.end, row: oneRow(one.row, own) });
  }
  return joined;
}

/** The name of all parts; the figures of the part that has them (a page end may part a code from its figures). */
function oneRow(row: Row, own: readonly NamedRow[]): Row {
  const filled = own.find((part) => part.row.cells.length > 0)?.row ?? row;
  const name = own.map((part) => part.row.name ?? '').join('');
  return { ...row, name, cells: filled.cells, header: filled.header, printed: filled.printed };
}

/** Which neighbours complete the name; null: none. */
function parts(one: NamedRow, before: NamedRow | undefined, after: NamedRow | undefined): { before: boolean; after: boolean } | null {
  const { row } = one;
  const known = row.code !== null || row.cells.length > 0;
  if (!known || (row.name !== null && fits(row.code, row.name))) return null;
  const [head, tail] = [
    isPart(before, row) ? before.row.name : null,
    isPart(after, row, row.code !== null && row.cells.length === 0) ? after.row.name : null,
  ];
  const own = row.name ?? '';
  const options = [
    { before: false, after: tail !== null, name: own + (tail ?? '') },
    { before: head !== null, after: false, name: (head ?? '') + own },
    { before: head !== null, after: tail !== null, name: (head ?? '') + own + (tail ?? '') },
  ].filter((option) => option.before || option.after);
  return options.find((option) => fits(row.code, option.name)) ?? null;
}

/** A row of words alone, on the same side of the table; `figures`: it may have the figures too. */
const isPart = (other: NamedRow | undefined, row: Row, figures = false): other is NamedRow & { readonly row: { readonly name: string } } =>
  other !== undefined &&
  other.row.doubt === null &&
  other.row.code === null &&
  other.row.lineNo === null &&
  (figures || other.row.cells.length === 0) &&
  other.row.name !== null &&
  other.row.side === row.side;

const fits = (code: string | null, name: string): boolean =>
  code === null ? subjectsNamed(name.replace(NUMERAL, '')).length > 0 : nameFits(code, name) === true;
