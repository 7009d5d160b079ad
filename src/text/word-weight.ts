import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dataLines, domainDictionary, generalDictionary, saysSomething } from './segment.ts';

const stopWordFile = readFileSync(new URL('./data/stop-words.txt', import.meta.url), 'utf8');
const stopWords: ReadonlySet<string> = new Set(dataLines(stopWordFile));

/** Whether a word of a text in normal form says nothing on its own: 的, 以及, a punctuation mark, a cell mark. */
export const isStopWord = (word: string): boolean => stopWords.has(word) || !saysSomething(word);

/**
 * The inverse document frequency of a word of a text in normal form, between 0 (in every passage) and about 13 (never met); the same on every engine.
 *
 *   weight = -ln(1 - exp(-L p)),  p = max(f / T, seen / S)
 *
 * 1 - exp(-L p) is the share of passages of L = 40 words that would hold the word if words fell independently. f and T are the word's and the total
 * frequency of jieba's list, seen and S those of our dictionary (general text hardly says 支出, a budget says it everywhere).
 * One or two digits and years are taken as common; other figures and unknown words as the rarest. Stop words and marks weigh 0.
 */
export function wordWeight(word: string): number {
  if (isStopWord(word)) return 0;
  const share = COMMON_NUMBER.test(word) ? SHARE_OF_COMMON_NUMBERS : Math.max(shares().get(word) ?? 0, SMALLEST_SHARE);
  return -Math.log1p(-Math.exp(-PASSAGE_WORDS * share));
}

/** The words of our dictionary in normal form, those seen most often first. */
export function domainWords(): readonly string[] {
  words ??= dataLines(domainDictionary).map((line) => line.split(' ', 1)[0] ?? '');
  return words;
}

/** Whether a word of several characters is one of the words of general Chinese that are met, or of public accounts. */
export const isKnownWord = (word: string): boolean => shares().has(word);

/** Names the dictionaries, and so the words of an index: an index made with others must be rebuilt. 16 hex digits. */
export function dictionaryHash(): string {
  hash ??= createHash('sha256').update(generalDictionary).update(domainDictionary).update(stopWordFile).digest('hex').slice(0, 16);
  return hash;
}

// 3 / 12 / 2023
const COMMON_NUMBER = /^(?:\d{1,2}|(?:19|20)\d{2})$/;
const SHARE_OF_COMMON_NUMBERS = 0.01;
const PASSAGE_WORDS = 40;
/** Words of jieba's list met less often count as met this often, which is most of its list. */
const RARE = 5;
/** The sum of all frequencies of jieba's list. */
const GENERAL_TOTAL = 60_101_964;
const SMALLEST_SHARE = RARE / GENERAL_TOTAL;

let hash: string | null = null;
let words: readonly string[] | null = null;
let known: ReadonlyMap<string, number> | null = null;

/** Word to share of all words. Made at the first call, which takes about 0.2 s. */
function shares(): ReadonlyMap<string, number> {
  known ??= readShares();
  return known;
}

function readShares(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const line of new TextDecoder().decode(generalDictionary).split('\n')) {
    const [word = '', frequency = '0'] = line.split(' ', 2);
    const times = Number(frequency);
    if (times > RARE) found.set(word, times / GENERAL_TOTAL);
  }
  const seen = dataLines(domainDictionary).map((line) => line.split(' '));
  const total = seen.reduce((sum, [, , times]) => sum + Number(times), 0);
  for (const [word = '', , times] of seen) found.set(word, Math.max(found.get(word) ?? 0, Number(times) / total));
  return found;
}
