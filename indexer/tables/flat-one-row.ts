import { isFigure } from './cell-kind.ts';
import { isLabelRole } from './column-role.ts';
import type { Atom } from './flat-atoms.ts';
import { flatHeads } from './flat-layout.ts';
import type { FlatRead } from './flat-read.ts';
import { doubtful, type RowDraft } from './row-draft.ts';
import { templatesFor } from './templates.ts';

/** A table without labels, the “三公” one: exactly one figure for each head of its form, and nothing else. */
export function readOneRow(atoms: readonly Atom[], spaced: boolean, title: string): FlatRead | null {
  const heads = spaced ? null : flatHeads(atoms);
  const columns =
    heads === null ? undefined : templatesFor(title, heads.columns).find((form) => form.every((column) => !isLabelRole(column.role)));
  if (heads === null || columns === undefined) return null;
  const rest = atoms.slice(heads.end);
  const numbered = rest.slice(0, columns.length).every((atom, at) => atom.plain === String(at + 1));
  const row = numbered ? rest.slice(columns.length) : rest;
  if (row.length !== columns.length || !row.every((atom) => isFigure(atom.kind))) return null;
  const values = row.map((cell, at) => ({ cell, column: columns[at] ?? null }));
  const draft: RowDraft = { ...doubtful(row, [], null), values, header: columns.map((column) => column.path) };
  return { sections: [{ columns, records: [{ draft }] }], doubt: false };
}
