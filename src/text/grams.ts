/** The n-grams of a document: those that begin in it (`own`) and those that begin in the characters that follow it (`ahead`). */
export interface Grams {
  readonly own: readonly string[];
  readonly ahead: readonly string[];
}

/**
 * The grams of `size` characters, in order of where they begin. One begins at every character of `own`;
 * the last ones are shorter where nothing follows, so that the tail can be found by its beginning.
 * In `ahead` only whole ones are kept: a shorter one says nothing that the grams of `own` do not.
 */
export function gramsOfCharacters(own: readonly string[], ahead: readonly string[], size: number): Grams {
  const all = own.concat(ahead);
  const grams = all.slice();
  for (let further = 1; further < size; further++) {
    for (let at = 0; at + further < all.length; at++) grams[at] += all[at + further] ?? '';
  }
  return { own: grams.slice(0, own.length), ahead: grams.slice(own.length, Math.max(own.length, all.length - size + 1)) };
}
