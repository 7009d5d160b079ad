import type { Span } from '../../src/model/span.ts';

/** The place of a table in a report, before it is read: the plain lines that hold it, by their indices, in order. */
export interface Region {
  readonly lines: readonly number[];
  /** White space and numbering dropped: 收入支出决算总表. null where no title stands above it. */
  readonly title: string | null;
  /** The title where it was printed. */
  readonly titleAt: Span | null;
  /** 注：… right below the table. */
  readonly note: { readonly text: string; readonly start: number; readonly end: number } | null;
}
