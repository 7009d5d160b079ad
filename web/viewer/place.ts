import { setImmediate } from 'node:timers/promises';
import type { Span } from '../../src/model/span.ts';
import { digestAt, quoteDigest, type TextPiece } from '../../src/search/links.ts';
import { fold, isSeam } from '../../src/text/normal-form.ts';

/** Where a link leads in the text as it is now. */
export type Place =
  | { readonly kind: 'none' }
  | { readonly kind: 'here'; readonly span: Span; readonly checked: boolean }
  /** The quote stands elsewhere now; `others` more places have it too. */
  | { readonly kind: 'moved'; readonly span: Span; readonly from: Span; readonly others: number; readonly cut: boolean }
  /** The text at the place is another one and the quote was not found; `cut`: the search for it was given up, so it may stand somewhere. */
  | { readonly kind: 'changed'; readonly span: Span; readonly cut: boolean }
  | { readonly kind: 'outside'; readonly span: Span; readonly length: number; readonly cut: boolean };

/** `digest` is the H of the link, or null where the link has none. `piece` is the whole text. */
export async function findPlace(piece: TextPiece, at: Span | null, digest: string | null): Promise<Place> {
  if (at === null) return { kind: 'none' };
  const { length } = piece.text;
  const inside = at.start < at.end && at.end <= length;
  if (digest === null) return inside ? { kind: 'here', span: at, checked: false } : { kind: 'outside', span: at, length, cut: false };
  if (inside && digestAt(piece, at) === digest) return { kind: 'here', span: at, checked: true };
  const { found, cut } = await findQuote(piece, at, digest);
  const nearest = found[0];
  if (nearest !== undefined) return { kind: 'moved', span: nearest, from: at, others: found.length - 1, cut };
  return inside ? { kind: 'changed', span: at, cut } : { kind: 'outside', span: at, length, cut };
}

/** Only the digest of the quote is known, so texts of likely lengths are hashed: at most this many of them, */
const MOST_HASHES = 400_000;
/** with a pause for other requests after every so many. */
const HASHES_AT_ONCE = 10_000;

/** Places whose text has the digest, nearest to the old one first. The quote is as long as its range or, less white space and noise, shorter. */
async function findQuote(piece: TextPiece, at: Span, digest: string): Promise<{ readonly found: readonly Span[]; readonly cut: boolean }> {
  const text = fold(piece.text, { noise: piece.noise, start: piece.start });
  let hashes = 0;
  for (let length = at.end - at.start; length > 0; length--) {
    const found: Span[] = [];
    for (let start = 0; start + length <= text.folded.length; start++) {
      if (++hashes > MOST_HASHES) return { found, cut: true };
      if (hashes % HASHES_AT_ONCE === 0) await setImmediate();
      const isQuote =
        quoteDigest(text.folded.slice(start, start + length)) === digest && !isSeam(text, start) && !isSeam(text, start + length);
      if (isQuote) found.push({ start: text.from[start] ?? 0, end: text.to[start + length - 1] ?? 0 });
    }
    if (found.length > 0)
      return { found: found.toSorted((a, b) => Math.abs(a.start - at.start) - Math.abs(b.start - at.start)), cut: false };
  }
  return { found: [], cut: false };
}
