import type { DraftedSection } from './finish-table.ts';

/** What a reader makes of a table without TABs. `doubt`: its rows stay text, because what their figures are is not certain. */
export interface FlatRead {
  readonly sections: readonly DraftedSection[];
  readonly doubt: boolean;
}
