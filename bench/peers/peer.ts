import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { MB } from '../figures.ts';

/** What every search is given: the normal form of a document, its id and two of its facets. */
export interface PeerDocument {
  readonly id: string;
  readonly text: string;
  readonly department: string | null;
  readonly year: string | null;
}

/** Another search, used as its documentation advises for Chinese. */
export interface Peer {
  readonly name: string;
  /** How it is used. */
  readonly use: string;
  /** Megabytes of the index on disk or, where it lives in memory, of what it added to the process; null where there is none. */
  build(documents: readonly PeerDocument[]): Promise<number | null>;
  /** What a person waits for: the first 20 and the total. This is what is timed. */
  first(literal: string): Promise<number>;
  /** Every id, for recall and precision. */
  all(literal: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Megabytes that some work added to the heap, garbage collected before and after. */
export async function heapAdded(work: () => Promise<void>): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  const before = process.memoryUsage().heapUsed;
  await work();
  collect();
  return (process.memoryUsage().heapUsed - before) / MB;
}
