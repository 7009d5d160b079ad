import type { ShownCell, ShownLine } from './display.ts';

/** The columns of a shown table from left to right, each by its heads joined by "/"; null: not known. */
export type Columns = readonly (string | null)[];

/** A cell with the number of columns it takes; `cell` null is a gap. */
export interface PlacedCell {
  readonly cell: ShownCell | null;
  readonly width: number;
}

/** The columns of the rows that know most of them, the longest and most usual of these; null where no row says under which heads its figures stand. */
export function findColumns(lines: readonly ShownLine[]): Columns | null {
  const counted = new Map<string, { readonly columns: Columns; count: number }>();
  for (const { kind, cells } of lines) {
    if (kind !== 'row' || !cells.some(({ amount }) => amount !== null)) continue;
    const columns = cells.map(({ column }) => (column === '' ? null : column));
    const known = counted.get(JSON.stringify(columns)) ?? { columns, count: 0 };
    counted.set(JSON.stringify(columns), known);
    known.count++;
  }
  const best = [...counted.values()].sort(
    (a, b) => knownIn(b.columns) - knownIn(a.columns) || b.columns.length - a.columns.length || b.count - a.count,
  )[0];
  return best === undefined || knownIn(best.columns) === 0 ? null : best.columns;
}

const knownIn = (columns: Columns): number => new Set(columns.filter((column) => column !== null)).size;

/**
 * The cells of a row under their columns: a row that leaves columns out (合计 has no code) has its figures under the right heads all the same.
 * Every cell is there, in order; what fits no column follows the one before it.
 */
export function placeCells({ cells, indent }: Pick<ShownLine, 'cells' | 'indent'>, columns: Columns): readonly PlacedCell[] {
  const placed: { cell: ShownCell | null; width: number }[] = [];
  let next = indent + cells.length <= columns.length ? indent : 0;
  if (next > 0) placed.push({ cell: null, width: next });
  for (const cell of cells) {
    const at = cell.column === null ? -1 : columns.indexOf(cell.column, next);
    const gap = at - next;
    if (gap > 0) {
      const last = placed.at(-1);
      if (last?.cell != null && last.cell.amount === null) last.width += gap;
      else placed.push({ cell: null, width: gap });
      next = at;
    }
    placed.push({ cell, width: 1 });
    next++;
  }
  if (next < columns.length) placed.push({ cell: null, width: columns.length - next });
  return placed;
}

/** A head over `width` columns and `height` lines. */
export interface PlacedHead {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** The heads of the columns, line by line: what neighbours share stands once above them. */
export function placeHeads(columns: Columns): readonly (readonly PlacedHead[])[] {
  const paths = columns.map((column) => (column ?? '').split('/'));
  const depth = Math.max(1, ...paths.map(({ length }) => length));
  return Array.from({ length: depth }, (_, level) => headsAt(paths, level, depth));
}

function headsAt(paths: readonly (readonly string[])[], level: number, depth: number): readonly PlacedHead[] {
  const heads: PlacedHead[] = [];
  for (let n = 0; n < paths.length; ) {
    const path = paths[n] ?? [];
    let to = n + 1;
    if (level < path.length - 1) while (to < paths.length && sharesHead(path, paths[to] ?? [], level)) to++;
    if (level < path.length) heads.push({ text: path[level] ?? '', width: to - n, height: level === path.length - 1 ? depth - level : 1 });
    n = to;
  }
  return heads;
}

const sharesHead = (a: readonly string[], b: readonly string[], level: number): boolean =>
  b.length - 1 > level && a.slice(0, level + 1).join('/') === b.slice(0, level + 1).join('/');
