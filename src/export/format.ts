import type { SearchRequest } from '../search/request.ts';
import type { TakenHit, WalkEnd, WholeResult } from '../search/walk-result.ts';

/** What a file says of its making. */
export interface Making {
  readonly request: SearchRequest;
  /** ISO time. */
  readonly exportedAt: string;
  /** Absolute addresses of the file itself and of the page of its search. */
  readonly address: string;
  readonly searchPage: string;
  readonly chineseHeads: boolean;
}

/** A way to write a whole result, piece by piece: the pieces joined are the file. */
export interface Format {
  /** Media type. */
  readonly type: string;
  /** Of the file's name. */
  readonly ending: string;
  /** Whether it says which year each figure is of, for which the facts of the reports must be read. */
  readonly periods: boolean;
  readonly begin: (result: WholeResult, making: Making) => string;
  readonly hits: (hits: readonly TakenHit[], making: Making) => string;
  readonly end: (notice: string | null, walked: WalkEnd) => string;
}
