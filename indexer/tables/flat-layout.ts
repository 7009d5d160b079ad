import { isLabelRole } from './column-role.ts';
import { type Atom, type FlatHead, findHeads } from './flat-atoms.ts';
import { type Column, headerOf } from './header.ts';
import type { Layout } from './layout.ts';
import { templatesFor } from './templates.ts';

/** The possible columns of a table printed without TABs: `columns` in the order of reading, merged heads and all; and where the heads end. */
export interface FlatHeads {
  readonly columns: readonly Column[];
  readonly end: number;
}

/** The heads of a table, 栏次 left out. null unless they are certain: nothing unknown stands among them. */
export function flatHeads(atoms: readonly Atom[]): FlatHeads | null {
  const heads = findHeads(atoms);
  const first = heads.findIndex((head, at) => heads.length - at > 1 && head.to === heads[at + 1]?.from);
  if (first < 0 || hasGaps(heads.slice(first), atoms)) return null;
  const columns = heads.slice(first).map(({ column }) => column);
  return { columns: columns.filter((column) => column.keys[0] !== '栏次'), end: heads.at(-1)?.to ?? 0 };
}

/** Words that are no heads stand between two heads, or between the last one and the rows. Numbers are those of the columns (栏次 1 2 3). */
function hasGaps(heads: readonly FlatHead[], atoms: readonly Atom[]): boolean {
  const from = heads[0]?.from ?? 0;
  const inside = new Set(heads.flatMap((head) => Array.from({ length: head.to - head.from }, (_, at) => head.from + at)));
  return atoms.slice(from).some((atom, at) => atom.kind === 'text' && !inside.has(from + at));
}

/** So many of the rows must have exactly the figures that the heads ask for. */
const REGULAR_SHARE = 0.95;

/** The first of some columns under which nearly every row has as many figures as there are heads for figures (two sides with 行次 are not for this). `counts`: figures of each row that has any. */
export function fittingLayout(options: readonly (readonly Column[])[], counts: readonly number[]): Layout | null {
  const fitting = options.map(layoutOf).find(({ header, values }) => {
    const perBlock = new Set(
      header.blocks.map((block) => header.columns.slice(block.from, block.to).filter((column) => !isLabelRole(column.role)).length),
    );
    const asked = header.blocks.length > 1 ? (perBlock.size === 1 ? [...perBlock][0] : undefined) : values.length;
    const lined = header.columns.some((column) => column.role === 'line') ? 1 : 0;
    if (lined > 0 && header.blocks.length > 1) return false;
    return asked !== undefined && asked > 0 && counts.filter((count) => count === asked + lined).length >= counts.length * REGULAR_SHARE;
  });
  return fitting?.header.columns.some((column) => column.role === 'name' || column.role === 'code') ? fitting : null;
}

/** Forms of the table by its title; else all heads as they stand; else those behind the last label, where merged heads came first (no parts side by side). */
export function columnOptions(title: string, { columns }: FlatHeads): (readonly Column[])[] {
  const last = columns.findLastIndex((column) => column.role === 'name' || column.role === 'code');
  const sideBySide = columns.findIndex((column) => column.keys[0] === columns[last]?.keys[0]) < last;
  const options = [...templatesFor(title, columns), columns, ...(sideBySide ? [] : [columns.slice(Math.max(0, last))])];
  return hasSide(columns) ? options.filter((option) => headerOf(option).blocks.length > 1) : options;
}

/** 收入 or 支出 as a head of its own stands over one of two parts side by side, even where the words beneath it were not found to be parts. */
const hasSide = (columns: readonly Column[]): boolean =>
  columns.some(({ keys }) => keys.length === 1 && (keys[0] === '收入' || keys[0] === '支出'));

export function layoutOf(columns: readonly Column[]): Layout {
  const values = columns.filter((column) => !isLabelRole(column.role));
  return { header: headerOf(columns), values, aligned: false, start: 0, width: values.length, extra: 0, cells: null };
}
