import type { DraftedSection } from './finish-table.ts';
import type { Atom } from './flat-atoms.ts';

export function readFlatRecords(_atoms: readonly Atom[]): DraftedSection[] | null {
  return null;
}
