import { gramsOfCharacters } from '../../text/grams.ts';
import { encodeCharacters } from './meilisearch-encode.ts';

/** Literals of so many characters and fewer are grams themselves, so that filters alone decide: most Chinese words and pairs of words. */
export const longestGram = 4;

/** Characters behind a document that its grams reach into. */
const lookAhead = 16;

/** The longest literal of which every gram, wherever in a document it begins, was looked at. */
export const longestGrammed = lookAhead + 1;

/** Grams of one character and more that begin in the document, and the longest ones that begin behind it and are not among them. */
export function gramsOf(folded: string, follow: string): { readonly grams: readonly string[]; readonly ahead: readonly string[] } {
  const characters = encodeCharacters(folded + follow.slice(0, 2 * lookAhead));
  const own = countOwn(folded, follow);
  const inside = characters.slice(0, own);
  const ahead = characters.slice(own, own + lookAhead);
  const grams = new Set<string>();
  for (let size = 1; size <= longestGram; size++) for (const gram of gramsOfCharacters(inside, ahead, size).own) grams.add(gram);
  const behind = new Set(gramsOfCharacters(inside, ahead, longestGram).ahead);
  return { grams: [...grams], ahead: [...behind].filter((gram) => !grams.has(gram)) };
}

/** How many code points begin in the document; a half of a pair at its end makes one with the half behind it. */
function countOwn(folded: string, follow: string): number {
  let count = 0;
  const joined = folded + follow.slice(0, 1);
  for (let at = 0; at < folded.length; at += (joined.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count++;
  return count;
}
