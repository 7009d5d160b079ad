import { segment } from '../text/segment.ts';
import { isKnownWord } from '../text/word-weight.ts';
import type { Census } from './census.ts';
import { homophonesOf, nearHomophonesOf } from './homophones.ts';
import { literalMatch } from './literal-match.ts';
import { lookAlikesOf } from './look-alikes.ts';

const SHORTEST = 2;
const LONGEST = 16;
/** Characters of the words that a repair is looked up in. */
const LONGEST_WORD = 4;
// 疏
const HAN = /^\p{Script=Han}$/u;

/** What a typed character may stand for, the likelier characters first: those of equal sound or like shape, then those of a near sound. */
const mistakes: readonly ((character: string) => readonly string[])[] = [
  (character) => [...lookAlikesOf(character), ...homophonesOf(character)],
  nearHomophonesOf,
];

/** A character for another, and how likely the one is typed for it: its place in `mistakes`. */
interface Mistake {
  readonly character: string;
  readonly rank: number;
}

function mistakesOf(typed: string): Mistake[] {
  const ranks = new Map<string, number>();
  for (const [rank, mistakenFor] of mistakes.entries()) {
    for (const character of mistakenFor(typed)) if (character !== typed && !ranks.has(character)) ranks.set(character, rank);
  }
  return [...ranks].map(([character, rank]) => ({ character, rank }));
}

/**
 * What was probably meant by a folded term that stands nowhere: 疏困贷款贴息 -> 纾困贷款贴息. A character is in doubt when no known word holds it where
 * it stands (住房公积经), or when the index has none of the pairs it makes with its neighbours. In the first case it is replaced by one that it is taken
 * for when with it there stands a known word that the index holds, and what was typed in its place does not (公积金 for 公积经); in the second when the
 * whole term is found then (野止湖). null when nothing is in doubt or nothing fits.
 */
export async function correctSpelling(folded: string, census: Census): Promise<string | null> {
  const characters = [...folded];
  if (characters.length < SHORTEST || characters.length > LONGEST) return null;
  for (let at = 0; at < characters.length; at++) {
    const repaired = HAN.test(characters[at] ?? '') ? await repair(characters, at, census) : null;
    if (repaired !== null) characters[at] = repaired;
  }
  const corrected = characters.join('');
  return corrected === folded ? null : corrected;
}

/** The character that is put in the place of one in doubt. */
async function repair(characters: readonly string[], at: number, census: Census): Promise<string | null> {
  const isBroken = wordsAt(characters, at).length === 0;
  // Of two characters that are a word (路灯) others that stand together (路等) are no likelier.
  const isStrange = (isBroken || characters.length > SHORTEST) && !(await hasStandingPair(characters, at, census));
  if (!isBroken && !isStrange) return null;
  const others = mistakesOf(characters[at] ?? '');
  const mayStand = await restStands(characters, at, census);
  const candidates = [
    ...(isBroken ? await byWord(characters, at, others, mayStand, census) : []),
    ...(isStrange && mayStand ? await byWhole(characters, at, others, census) : []),
  ];
  return best(candidates);
}

/** Those that make a word which the index holds, and not what was typed for it. `mayStand`: the whole term may stand then. */
async function byWord(
  characters: readonly string[],
  at: number,
  others: readonly Mistake[],
  mayStand: boolean,
  census: Census,
): Promise<Candidate[]> {
  const typed = [...characters.keys()].flatMap((place) => wordsAt(characters, place));
  const made = others.flatMap((mistake) => wordsMadeAt(characters.with(at, mistake.character), at).map((word) => ({ mistake, word })));
  const fitting = made.filter(({ word }) => !typed.some((other) => isBrokenBy(other, word)));
  return Promise.all(
    fitting.map(async ({ mistake, word: { start, end, text } }) => {
      const [count, asTyped, whole] = await Promise.all([
        standing(text, census),
        standing(characters.slice(start, end).join(''), census),
        mayStand ? standing(characters.with(at, mistake.character).join(''), census) : 0,
      ]);
      return { ...mistake, isWhole: whole > 0, length: end - start, count: asTyped === 0 ? count : 0 };
    }),
  );
}

/** Those with which the whole term stands. All are counted at once: over a network one after the other would take a second. */
const byWhole = (characters: readonly string[], at: number, others: readonly Mistake[], census: Census): Promise<Candidate[]> =>
  Promise.all(
    others.map(async (mistake) => {
      const count = await standing(characters.with(at, mistake.character).join(''), census);
      return { ...mistake, isWhole: true, length: characters.length, count };
    }),
  );

/** A replacement, and in how many documents stands what it makes: a word of `length` characters, or the whole term. */
interface Candidate extends Mistake {
  /** The whole term stands with it. */
  readonly isWhole: boolean;
  readonly length: number;
  readonly count: number;
}

/** The one that makes the whole term stand, then the likeliest mistake, then the longest word, then the most frequent one. */
function best(candidates: readonly Candidate[]): string | null {
  const [first] = candidates
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => Number(b.isWhole) - Number(a.isWhole) || a.rank - b.rank || b.length - a.length || b.count - a.count);
  return first?.character ?? null;
}

/** A known word of a term, with its place in characters. */
interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The known words of two and more characters that stand over a place. */
function wordsAt(characters: readonly string[], at: number): Word[] {
  const words: Word[] = [];
  for (let length = SHORTEST; length <= LONGEST_WORD; length++) {
    for (let start = Math.max(0, at - length + 1); start <= Math.min(at, characters.length - length); start++) {
      const text = characters.slice(start, start + length).join('');
      if (isKnownWord(text)) words.push({ start, end: start + length, text });
    }
  }
  return words;
}

/** With the rare words of the general list (以旧换新), which says nothing of what was typed: it has slips too (已旧换新). */
function wordsMadeAt(characters: readonly string[], at: number): Word[] {
  const words = wordsAt(characters, at);
  let start = 0;
  for (const text of segment(characters.join(''))) {
    const end = start + [...text].length;
    if (at >= start && at < end && end - start >= SHORTEST) words.push({ start, end, text });
    start = end;
  }
  return words;
}

/** Whether one word takes a part of another and leaves a part: 务工 of 政务. */
const isBrokenBy = (word: Word, by: Word): boolean =>
  word.start < by.end && by.start < word.end && (word.start < by.start || word.end > by.end);

/** Whether the index has one of the pairs that a character makes with its neighbours. */
async function hasStandingPair(characters: readonly string[], at: number, census: Census): Promise<boolean> {
  const pairs = [characters.slice(at - 1, at + 1), characters.slice(at, at + 2)].filter((pair) => pair.length === 2);
  const counts = await Promise.all(pairs.map((pair) => standing(pair.join(''), census)));
  return counts.some((count) => count > 0);
}

/**
 * Whether the index has every pair of neighbours that a character is not in: without one of them the whole term stands nowhere, whatever it is replaced
 * by. Of something that is no slip (你好世界再见人间) most pairs stand nowhere, and hundreds of texts would be counted in vain.
 */
async function restStands(characters: readonly string[], at: number, census: Census): Promise<boolean> {
  const pairs = characters.slice(1).map((second, before) => ({ before, text: `${characters[before] ?? ''}${second}` }));
  const others = pairs.filter(({ before }) => before !== at && before + 1 !== at);
  const counts = await Promise.all(others.map(({ text }) => standing(text, census)));
  return counts.every((count) => count > 0);
}

/** In how many documents of the index a text stands. */
const standing = (text: string, census: Census): Promise<number> => census.count(literalMatch(text), text);
