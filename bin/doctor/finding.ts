import type { Diagnosis } from '../../src/engine/diagnosis.ts';

export const well = (what: string, says: string): Diagnosis => ({ what, well: true, says, fix: null });
export const ill = (what: string, says: string, fix: string): Diagnosis => ({ what, well: false, says, fix });

/** As many are listed; of more, their number is said. */
const MOST_LISTED = 20;

/** The first of a list, and how many there are besides. */
export const listed = (all: readonly string[]): string =>
  all.length <= MOST_LISTED ? all.join('；') : `${all.slice(0, MOST_LISTED).join('；')}；……另有 ${all.length - MOST_LISTED} 处`;
