import { readFileSync } from 'node:fs';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { ownCopy } from './own-copy.ts';

/** jieba's own list: lines of `word frequency tag`. */
export const generalDictionary: Uint8Array = dict;

/** Our words, see the head of the file: lines of `word frequency-for-cutting times-seen`. */
export const domainDictionary = readFileSync(new URL('./data/dictionary.txt', import.meta.url), 'utf8');

/** Lines of one of our data files, comments left out. */
export const dataLines = (file: string): string[] => file.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

/**
 * Cuts a text in normal form into fine words, the same for index and query. Lossless: the parts joined are the input. Never throws.
 * Numbers stay whole (13608.60, 2023, 100.00%); a compound is replaced by its own words of 2 and 3 characters when they cover it exactly
 * (财政拨款 gives 财政 and 拨款); characters of no known word stand alone.
 */
export function segment(folded: string): string[] {
  const parts: string[] = [];
  let at = 0;
  for (const { 0: whole, index } of folded.matchAll(APART)) {
    cut(folded.slice(at, index), parts);
    parts.push(whole);
    at = index + whole.length;
  }
  cut(folded.slice(at), parts);
  return parts;
}

/** The parts of `segment` that say something: a letter, a Chinese character, a digit. Punctuation and cell marks are left out. */
export const wordsOf = (folded: string): string[] => segment(folded).filter(saysSomething);

// 13608.60 / 2023 / 100.00% / a mark that no word holds, so that clauses are cut one by one and come again
const APART = /\d+(?:\.\d+)*%?|[,;:!?()、。“”《》\u241f]/g;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** Whether a part holds a letter, a Chinese character or a digit. Nearly every part begins with a digit or a common character. */
export function saysSomething(part: string): boolean {
  const first = part.charCodeAt(0);
  return (first >= 0x4e00 && first <= 0x9fff) || (first >= 0x30 && first <= 0x39) || SAYS_SOMETHING.test(part);
}

let loaded: Jieba | null = null;

/** Loaded at the first cut, which takes about 0.2 s. */
function jieba(): Jieba {
  if (loaded === null) {
    loaded = Jieba.withDict(generalDictionary);
    loaded.loadDict(Buffer.from(cuttingList()));
  }
  return loaded;
}

const cuttingList = (): string =>
  dataLines(domainDictionary)
    .map((line) => line.split(' '))
    .filter(([, frequency]) => frequency !== '0')
    .map(([word, frequency]) => `${word} ${frequency} n`)
    .join('\n');

/** jieba gives a lone surrogate back as U+FFFD, of the same length: so parts are taken from the text by their lengths. */
function cut(text: string, into: string[]): void {
  if (text.length < 2) {
    if (text !== '') into.push(text);
    return;
  }
  if (text.length > LONGEST_KEPT) {
    cutAnew(text, into);
    return;
  }
  let parts = recent.get(text) ?? older.get(text);
  if (parts === undefined) {
    const made: string[] = [];
    const own = ownCopy(text);
    cutAnew(own, made);
    keep(own, made);
    parts = made;
  }
  for (const part of parts) into.push(part);
}

/** Row names, column heads and stock phrases come again in every report: the cuts of short pieces are kept, the later half of them when they are many. */
const LONGEST_KEPT = 24;
const MOST_KEPT = 20_000;
let recent = new Map<string, readonly string[]>();
let older = new Map<string, readonly string[]>();

function keep(text: string, parts: readonly string[]): void {
  recent.set(text, parts);
  if (recent.size < MOST_KEPT / 2) return;
  older = recent;
  recent = new Map();
}

function cutAnew(text: string, into: string[]): void {
  let at = 0;
  for (const { length } of jieba().cut(text, false)) {
    const part = text.slice(at, at + length);
    if (length < SHORTEST_COMPOUND || !startsChinese(part)) into.push(part);
    else into.push(...finer(part));
    at += length;
  }
}

const SHORTEST_COMPOUND = 4;
const FIRST_HAN = 0x2e80;
const startsChinese = (part: string): boolean => part.charCodeAt(0) >= FIRST_HAN;

/** Bounded by the dictionaries: whatever is longer than one character comes from them. */
const finerParts = new Map<string, readonly string[]>();

function finer(word: string): readonly string[] {
  const known = finerParts.get(word);
  if (known !== undefined) return known;
  const parts = tile(word, new Set(jieba().cutForSearch(word, false)));
  finerParts.set(word, parts);
  return parts;
}

/** The tiling of a word by shorter known words that begins with the shortest ones; the word itself where there is none. */
function tile(word: string, known: ReadonlySet<string>): readonly string[] {
  const tilings: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    const lengths = [2, 3].filter((length) => length < word.length && (tilings[end - length] ?? null) !== null);
    const length = lengths.find((size) => known.has(word.slice(end - size, end)));
    tilings[end] = length === undefined ? null : [...(tilings[end - length] ?? []), word.slice(end - length, end)];
  }
  return tilings[word.length] ?? [word];
}
