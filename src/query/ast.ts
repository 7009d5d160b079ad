/** One thing a person asked for, with where it stood in what was typed. `text` is as typed, quotes and operators taken off. */
export type Term =
  | { readonly kind: 'bare'; readonly text: string; readonly at: number }
  | { readonly kind: 'literal'; readonly text: string; readonly at: number }
  | { readonly kind: 'amount'; readonly text: string; readonly at: number; readonly fen: FenRange };

/** Amounts of money in fen (1/100 元), both ends inclusive; null is open. Whole numbers below 9e15 in size. */
export interface FenRange {
  readonly from: bigint | null;
  readonly to: bigint | null;
}

/** A query as read: `and`, `or` and `not` over terms. An empty `and` is everything. */
export type Query =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'and'; readonly parts: readonly Query[] }
  | { readonly kind: 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query };

/**
 * What an engine matches: the same tree over what stands in a document.
 * `literal` is in normal form, not empty, and holds where an occurrence of it begins in the document, however far it runs on;
 * `alone`: only occurrences that no digit (or a point or comma and a digit) continues on either side.
 * `amount` holds where the document states an amount in the range.
 */
export type Match =
  | { readonly kind: 'everything' }
  | { readonly kind: 'literal'; readonly folded: string; readonly alone: boolean }
  | { readonly kind: 'amount'; readonly fen: FenRange }
  | { readonly kind: 'and'; readonly parts: readonly Match[] }
  | { readonly kind: 'or'; readonly parts: readonly Match[] }
  | { readonly kind: 'not'; readonly part: Match };

export const everything: Match = { kind: 'everything' };
