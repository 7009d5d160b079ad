/** What every search is given: the normal form of a document, its id and two of its facets. */
export interface PeerDocument {
  readonly id: string;
  readonly text: string;
  readonly department: string | null;
  readonly year: string | null;
}

/** The documents of one report, in order. */
export type PeerReport = readonly PeerDocument[];

/** What a peer is built from. */
export interface PeerSource {
  /** The folder of the reports themselves. */
  readonly folder: string;
  /** Report by report. Ends with BudgetSpentError when time or memory are used up. */
  documents(): AsyncIterable<PeerReport>;
}

/** Another search, used as its documentation advises for Chinese. */
export interface Peer {
  readonly name: string;
  /** How it is used. */
  readonly use: string;
  /** Takes in everything. What it says overrides what is measured around it: a search that indexes in a process of its own knows better. */
  build(source: PeerSource): Promise<Partial<Built>>;
  /** What a person waits for: the first 20 and the total. This is what is timed. */
  first(literal: string): Promise<number>;
  /** Every id, for recall and precision. */
  all(literal: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface Built {
  readonly seconds: number;
  /** Seconds of processor time, all threads together. */
  readonly processor: number;
  /** Megabytes of the index on disk or, where it lives in memory, of what it added to the heap; null where there is none. */
  readonly size: number | null;
  /** Megabytes of memory of the process at its peak. */
  readonly peak: number;
}

export class BudgetSpentError extends Error {}
