import { isLabelRole } from './column-role.ts';
import { type Atom, type FlatHead, findHeads } from './flat-atoms.ts';
import { type Column, headerOf } from './header.ts';
import type { Layout } from './layout.ts';

/** So many of the rows must have exactly the figures that the heads ask for. */
const REGULAR_SHARE = 0.95;

/**
 * The columns of a table printed without TABs: its heads in the order of reading. null unless they are certain: nothing unknown stands among them,
 * and the rows have as many figures as there are heads for figures. Heads over merged cells come first, then the labels again, then the lowest heads.
 */
export function flatLayout(atoms: readonly Atom[], counts: readonly number[]): Layout | null {
  const heads = findHeads(atoms);
  const first = heads.findIndex((head, at) => heads.length - at > 1 && head.to === heads[at + 1]?.from);
  if (first < 0 || hasGaps(heads.slice(first), atoms)) return null;
  const columns = heads.slice(first).map(({ column }) => column);
  const fits = (option: readonly Column[]): boolean => {
    const asked = option.filter((column) => !isLabelRole(column.role) || column.role === 'line').length;
    return asked > 0 && counts.filter((count) => count === asked).length >= counts.length * REGULAR_SHARE;
  };
  const lowest = columns.slice(columns.findLastIndex((column) => column.role === 'name' || column.role === 'code'));
  const fitting = [columns.filter((column) => column.path !== '栏次'), lowest].find(fits);
  if (fitting === undefined || !fitting.some((column) => column.role === 'name' || column.role === 'code')) return null;
  const header = headerOf(fitting);
  const values = fitting.filter((column) => !isLabelRole(column.role));
  return { header, values, aligned: false, start: 0, width: values.length, extra: 0 };
}

/** Words that are no heads stand between two heads. Numbers are those of the columns (栏次 1 2 3). */
function hasGaps(heads: readonly FlatHead[], atoms: readonly Atom[]): boolean {
  const [from, to] = [heads[0]?.from ?? 0, heads.at(-1)?.to ?? 0];
  const inside = new Set(heads.flatMap((head) => Array.from({ length: head.to - head.from }, (_, at) => head.from + at)));
  return atoms.slice(from, to).some((atom, at) => atom.kind === 'text' && !inside.has(from + at));
}
