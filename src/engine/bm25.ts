/** BM25's usual constants: how soon a repeated word stops counting, and how much longer texts are held back. */
const saturation = 1.2;
const lengthShare = 0.75;

/**
 * The reckoning by which engines choose candidates, over the words that stand in a text, each counted once. N documents, n of them with the word:
 *
 *   score = sum of ln(1 + (N - n + 0.5) / (n + 0.5)) x 2.2 / (1 + 1.2 (0.25 + 0.75 length / mean length))
 *
 * Its two halves. Every engine adds them up in the order of the words, so that all choose the same documents.
 */
export const wordScore = (documents: number, withWord: number): number =>
  Math.log1p((documents - withWord + 0.5) / (withWord + 0.5)) * (saturation + 1);

export const heldBack = (length: number, mean: number): number => 1 + saturation * (1 - lengthShare + (lengthShare * length) / mean);
