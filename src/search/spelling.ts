import { segment } from '../text/segment.ts';
import type { Census } from './census.ts';
import { mistakableFor } from './homophones.ts';
import { literalMatch } from './literal-match.ts';

const SHORTEST = 2;
const LONGEST = 16;
// 疏
const HAN = /^\p{Script=Han}$/u;

/**
 * What was probably meant by a folded term that stands nowhere: 疏困贷款贴息 -> 纾困贷款贴息. A character is in doubt when the index holds none of the pairs
 * it makes with its neighbours; it is replaced by the one of equal sound or like shape whose pairs are all there and that makes a word with them
 * (or the whole term is found then), the most frequent first. null when nothing is in doubt or nothing fits.
 */
export async function correctSpelling(folded: string, census: Census): Promise<string | null> {
  const characters = [...folded];
  if (characters.length < SHORTEST || characters.length > LONGEST) return null;
  for (let at = 0; at < characters.length; at++) {
    if (!HAN.test(characters[at] ?? '') || (await rarestPair(characters, at, census, 'any')) > 0) continue;
    const better = await bestReplacement(characters, at, census);
    if (better !== null) characters[at] = better;
  }
  const corrected = characters.join('');
  return corrected === folded ? null : corrected;
}

/** All are counted at once: over a network one after the other would take a second. */
async function bestReplacement(characters: readonly string[], at: number, census: Census): Promise<string | null> {
  const all = mistakableFor(characters[at] ?? '').map((character) => ({ character, changed: characters.with(at, character) }));
  const counts = await Promise.all(all.map(({ changed }) => rarestPair(changed, at, census, 'all')));
  let best: { readonly character: string; readonly count: number } | null = null;
  for (const [index, { character, changed }] of all.entries()) {
    const count = counts[index] ?? 0;
    if (count > (best?.count ?? 0) && (isInWord(changed, at) || (await stands(changed, census)))) best = { character, count };
  }
  return best?.character ?? null;
}

async function stands(characters: readonly string[], census: Census): Promise<boolean> {
  const text = characters.join('');
  return (await census.count(literalMatch(text), text)) > 0;
}

/** Whether the character at a place belongs to a word of several: a slip breaks a word, its repair makes it whole. */
function isInWord(characters: readonly string[], at: number): boolean {
  const place = characters.slice(0, at).join('').length;
  let start = 0;
  for (const word of segment(characters.join(''))) {
    if (place < start + word.length) return [...word].length > 1;
    start += word.length;
  }
  return false;
}

/** In how many documents the pairs of a character with its neighbours stand: the rarer one of them (`all`), or the more frequent one (`any`). */
async function rarestPair(characters: readonly string[], at: number, census: Census, of: 'all' | 'any'): Promise<number> {
  const pairs = [characters.slice(at - 1, at + 1), characters.slice(at, at + 2)].filter((pair) => pair.length === 2);
  const counts: number[] = [];
  for (const pair of pairs) {
    const text = pair.join('');
    const count = await census.count(literalMatch(text), text);
    if (of === 'all' && count === 0) return 0;
    counts.push(count);
  }
  return of === 'all' ? Math.min(...counts) : Math.max(...counts);
}
