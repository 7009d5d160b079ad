import { LRUCache } from 'lru-cache';
import type { Text } from '../../model/text.ts';
import type { Formula } from './meilisearch-formula.ts';
import type { Checked, Count } from './meilisearch-found.ts';
import type { Reports } from './meilisearch-reports.ts';
import type { Layout } from './meilisearch-store.ts';

/** What was read of one state of the index and is kept until the next: counts and checked results of recent queries. */
export interface Remembered {
  readonly counts: LRUCache<string, Count>;
  readonly checked: LRUCache<string, Checked>;
  /** By literal, where checking it in the whole index has shown it: the filter that just the documents that hold it pass. */
  readonly exact: LRUCache<string, Formula>;
}

/** What is kept across states: versions of reports never change. */
export interface Memory {
  /** What is remembered of a state. */
  of(build: string): Remembered;
  reports: Reports | null;
  readonly texts: LRUCache<string, Text & { readonly layout: Layout }>;
}

const mostCounts = 2_000;
/** Documents in checked results. */
const mostChecked = 100_000;
/** UTF-16 units of texts. */
const mostText = 32 * 2 ** 20;

export function createMemory(): Memory {
  let current: { readonly build: string; readonly remembered: Remembered } | null = null;
  return {
    of(build) {
      if (current?.build === build) return current.remembered;
      const remembered: Remembered = {
        counts: new LRUCache({ max: mostCounts }),
        checked: new LRUCache({ maxSize: mostChecked, sizeCalculation: ({ found }) => found.length + 1 }),
        exact: new LRUCache({ max: mostCounts }),
      };
      current = { build, remembered };
      return remembered;
    },
    reports: null,
    texts: new LRUCache({ maxSize: mostText, sizeCalculation: ({ text }) => text.length + 1 }),
  };
}
