import type { MarkedLine } from '../outline/marked-line.ts';
import { headWord, isKnownHead, roleOfHead } from './column-role.ts';
import { type GridCell, gridLine } from './grid.ts';
import type { Column } from './header.ts';

/** The words of a table printed without TABs, line after line. `line` is the index of its line. */
export interface Atom extends GridCell {
  readonly line: number;
}

/** A head found among the atoms `from`..`to` (exclusive): a cell that was split over lines is several atoms. */
export interface FlatHead {
  readonly from: number;
  readonly to: number;
  readonly column: Column;
}

/** A head or a level is split into at most so many atoms. */
export const MOST_PARTS = 4;

export const atomsOf = (lines: readonly MarkedLine[], indices: readonly number[]): Atom[] =>
  indices.flatMap((line) =>
    lines[line] === undefined
      ? []
      : gridLine(lines[line], line)
          .cells.filter((cell) => cell.kind !== 'empty')
          .map((cell) => ({ ...cell, line })),
  );

/** The atoms of each printed line. */
export function byLine(atoms: readonly Atom[]): Atom[][] {
  const lines: Atom[][] = [];
  for (const atom of atoms) {
    if (lines.at(-1)?.[0]?.line === atom.line) lines.at(-1)?.push(atom);
    else lines.push([atom]);
  }
  return lines;
}

/** Several atoms as one cell, their white space dropped. */
export function joinAtoms(atoms: readonly Atom[]): GridCell {
  const plain = atoms.map((atom) => atom.plain).join('');
  const [first, last] = [atoms[0], atoms.at(-1)];
  return {
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    text: plain,
    plain,
    key: atoms.map((atom) => atom.key).join(''),
    kind: atoms.length === 1 ? (first?.kind ?? 'text') : 'text',
  };
}

/** The longest run of at most four atoms from `at` whose words pass the test: how many atoms, 0 for none. */
export function longestJoin(atoms: readonly Atom[], at: number, passes: (key: string) => boolean): number {
  let key = '';
  let best = 0;
  for (let count = 1; count <= MOST_PARTS && at + count <= atoms.length; count++) {
    key += atoms[at + count - 1]?.key ?? '';
    if (passes(key)) best = count;
  }
  return best;
}

/** Every known head among the atoms, in order. */
export function findHeads(atoms: readonly Atom[]): FlatHead[] {
  const heads: FlatHead[] = [];
  for (let at = 0; at < atoms.length; ) {
    const count = longestJoin(atoms, at, isKnownHead);
    if (count > 0) {
      const cell = joinAtoms(atoms.slice(at, at + count));
      heads.push({ from: at, to: at + count, column: { path: cell.plain, keys: [cell.key], role: roleOfHead([headWord(cell.key)]) } });
    }
    at += Math.max(1, count);
  }
  return heads;
}

/** Heads that follow each other without anything between. */
export function headRuns(heads: readonly FlatHead[]): FlatHead[][] {
  const runs: FlatHead[][] = [];
  for (const head of heads) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1)?.to === head.from) run.push(head);
    else runs.push([head]);
  }
  return runs;
}
