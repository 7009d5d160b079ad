import type { StoredAmounts } from './meilisearch-amounts.ts';
import type { CheckedText } from './meilisearch-evaluate.ts';
import type { Ranked } from './meilisearch-packed.ts';

/** A document that was read to be checked: what facets, filters, orders and ranking need of it. */
export interface FoundPlace extends Ranked, StoredAmounts {
  readonly table: string | null;
  readonly text: CheckedText;
}

/** `complete`: all `read` documents that filters left open were read; otherwise there were too many. */
export interface Checked {
  readonly complete: boolean;
  readonly read: number;
  readonly found: readonly FoundPlace[];
}

/** How many documents pass, and how many of them have each value of some fields, as the server writes values. */
export interface Count {
  readonly total: number;
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What is stored to show a document. `id`: what the server names it. */
export interface StoredHit {
  readonly id: string;
  readonly key: string;
  readonly data: string;
  readonly window: string;
}
