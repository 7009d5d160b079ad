import type { MatchRequest, TextWindow } from '../engine.ts';
import type { FactItem } from '../facts.ts';
import type { FacetName } from '../filters.ts';
import type { Periods } from '../periods.ts';
import type { Columns } from './sqlite-columns.ts';
import type { Program } from './sqlite-compiler.ts';
import type { FacetCounts } from './sqlite-count.ts';
import type { FactAsk, FactItemsAsk, StoredFacts } from './sqlite-facts.ts';
import type { PlainFilters } from './sqlite-filter.ts';
import type { PackedCandidates } from './sqlite-packed.ts';

/**
 * What a reader's main thread asks its worker, and what comes back. Stored JSON crosses as text and is checked where it is used; documents and
 * facet values cross as numbers of the columns, which both threads have.
 */
export interface Asks {
  readonly values: { readonly ask: null; readonly answer: ReadonlyMap<FacetName, readonly string[]> };
  readonly match: { readonly ask: MatchAsk; readonly answer: MatchResult };
  readonly candidates: { readonly ask: CandidatesAsk; readonly answer: PackedCandidates };
  readonly documents: {
    readonly ask: { readonly ids: readonly string[]; readonly ahead: number };
    readonly answer: readonly StoredDocument[];
  };
  readonly reports: { readonly ask: null; readonly answer: readonly string[] };
  readonly report: { readonly ask: { readonly id: string }; readonly answer: string | null };
  readonly text: { readonly ask: { readonly id: string }; readonly answer: { readonly text: string; readonly pages: string } | null };
  readonly facts: { readonly ask: FactAsk; readonly answer: StoredFacts };
  readonly factItems: { readonly ask: FactItemsAsk; readonly answer: { readonly total: number; readonly items: readonly FactItem[] } };
  readonly periods: { readonly ask: { readonly id: string }; readonly answer: Periods };
  readonly blocks: { readonly ask: { readonly id: string }; readonly answer: string | null };
}
export type Verb = keyof Asks;

export interface MatchAsk extends Omit<MatchRequest, 'filters'> {
  readonly program: Program;
  readonly filters: PlainFilters;
}

export interface MatchResult {
  readonly total: number;
  readonly counts: FacetCounts;
  readonly positions: Uint32Array;
}

export interface CandidatesAsk {
  readonly program: Program;
  readonly filters: PlainFilters;
  readonly words: readonly string[];
  readonly most: number;
}

export interface StoredDocument {
  readonly document: string;
  readonly summary: string;
  readonly window: TextWindow;
}

/** One question; questions that are asked in one breath travel together, since each message wakes a thread. */
export interface Ask {
  readonly verb: Verb;
  readonly ask: unknown;
}

export interface Failure {
  readonly kind: 'failed';
  readonly error: 'damaged' | 'replaced' | 'unavailable' | 'other';
  readonly message: string;
}

/** What one question came to. */
export type Reply = { readonly kind: 'answer'; readonly answer: unknown } | Failure;

/** Main thread to worker. `columns` are the newest that any worker has read, so that they are read once. */
export type ToWorker =
  | { readonly kind: 'begin'; readonly columns: Columns | null }
  | { readonly kind: 'asks'; readonly asks: readonly Ask[] }
  | { readonly kind: 'end' };

/** Worker to main thread: one for each message, in order. `replies` are those to the questions that no part before has answered. */
export type Answered =
  | { readonly kind: 'begun'; readonly build: string; readonly columns: Columns | null }
  | { readonly kind: 'replies'; readonly replies: readonly Reply[] }
  | { readonly kind: 'ended' };

/** The replies to the next of the questions of a message are sent ahead where the others take a while: what asked them goes on meanwhile. */
export type FromWorker = Answered | { readonly kind: 'part'; readonly replies: readonly Reply[] } | Failure;
