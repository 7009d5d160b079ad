import type { Candidate } from '../engine/engine.ts';
import { wordWeight } from '../text/word-weight.ts';
import type { RankedReading, RankQuery } from './rank-query.ts';

/** A candidate with its score, higher first. */
export interface Ranked {
  readonly id: string;
  readonly score: number;
  readonly candidate: Candidate;
  /** What the score is made of: reckoned again when asked for, since only what is explained needs it. */
  parts(): readonly ScorePart[];
}

/** A summand of a score, with its reason for people. */
export interface ScorePart {
  readonly reason: string;
  readonly score: number;
}

/** Every weight of the ranking. */
export const weights = {
  /** BM25 (Robertson & Zaragoza 2009, 3.3): how fast repetitions of a word stop to count. */
  k1: 1.2,
  /** BM25F (Robertson & Zaragoza 2009, 3.6): what each field counts. */
  field: { text: 1, labels: 1, path: 0.25 },
  /** How much a long text takes from its words (b of BM25), and the words of a text of usual length. */
  lengthPenalty: 0.2,
  usualLength: 60,
  /** A figure is what a pasted sentence is known by: share of its idf. One or two digits and years are no such figures. */
  figureWord: 1.6,
  /** A word of one character stands inside many others: its share of the idf. */
  singleCharacter: 0.25,
  /**
   * Pairs of characters that stand in the term and in the text, however either is cut into words (words and bigrams together find Chinese best:
   * Nie, Gao, Zhang & Zhou 2000): share of the idf of the term's words, by the square of the share of its pairs that are there.
   */
  pairs: 0.5,
  /** The whole term stands there: share of the idf of all its words. */
  whole: 0.5,
  /** What a reading counts. */
  reading: { typed: 1, gist: 1, spelling: 0.95, synonym: 0.9, core: 0.85, part: 0.7 },
  /** What a term counts where it names just the subject that the document is of, rather than one above, beneath or beside it. */
  subject: 1.5,
  /** What a term counts where a heading above the document names it. */
  section: 1.2,
  /** What a reading counts where it is only named among others (水电、差旅、公务用车购置、福利): nothing is said of it. */
  listed: 0.6,
  /** What the score is multiplied with in a report of the department or year that the query names. */
  favour: { department: 3.5, year: 1.25 },
  /** What the score is multiplied with. A heading or a table's head names a thing, a definition explains it; rows and sentences state it. */
  kind: { passage: 1, row: 0.85, heading: 0.5, header: 0.4 },
  definition: 0.5,
  /** It states a figure. */
  figure: 1.3,
} as const;

/** A longer query is ranked on its rarest terms, a longer term on its rarest words and its first pairs. What matches is not touched by that. */
const MOST_TERMS = 64;
const MOST_WORDS = 64;
const MOST_PAIRS = 256;

/**
 * Orders candidates by score; those alike stay in the order given, which is source order. Pure: the same on every engine.
 * score = (sum over the terms of the best of its readings x subject x section) x kind x figure x definition x favours
 */
export function rank(candidates: readonly Candidate[], query: RankQuery): Ranked[] {
  const prepared = query.terms.map(({ readings, codes }) => ({ readings: readings.map(prepareReading), codes }));
  const terms = largest(prepared, MOST_TERMS, ({ readings: [typed] }) => typed?.total ?? 0);
  return candidates
    .map((candidate) => ({
      id: candidate.id,
      score: scoreOf(candidate, terms) * favourOf(candidate, query),
      candidate,
      parts: () => partsOf(candidate, terms, query),
    }))
    .sort((a, b) => b.score - a.score);
}

interface PreparedTerm {
  readonly readings: readonly PreparedReading[];
  readonly codes: ReadonlySet<string>;
}

function scoreOf(candidate: Candidate, terms: readonly PreparedTerm[]): number {
  let score = 0;
  for (const term of terms) score += aboutFactor(candidate, term) * sum(bestScores(candidate, term).scores);
  return score * factorOf(candidate);
}

/** What makes a document be about a term, not only hold it. */
function aboutFactor({ code, path }: Candidate, { codes, readings: [typed] }: PreparedTerm): number {
  const subject = code !== null && codes.has(code) ? weights.subject : 1;
  const section = typed !== undefined && path.includes(typed.folded) ? weights.section : 1;
  return subject * section;
}

function favourOf({ report }: Candidate, { favours }: RankQuery): number {
  let factor = 1;
  for (const { reports, by } of favours) if (reports.has(report)) factor *= weights.favour[by];
  return factor;
}

/** The summands of a score, with those of the reports that the query names. */
function partsOf(candidate: Candidate, terms: readonly PreparedTerm[], { favours }: RankQuery): ScorePart[] {
  const parts = terms.flatMap((term) => {
    const factor = factorOf(candidate) * aboutFactor(candidate, term);
    const { reading, scores } = bestScores(candidate, term);
    return scores.flatMap((score, n) => (score > 0 ? [{ reason: reasonOf(reading, n, candidate), score: score * factor }] : []));
  });
  let score = sum(parts.map((part) => part.score));
  for (const { reports, by, reason } of favours) {
    if (score === 0 || !reports.has(candidate.report)) continue;
    const added = score * (weights.favour[by] - 1);
    parts.push({ reason, score: added });
    score += added;
  }
  return parts;
}

function sum(scores: readonly number[]): number {
  let total = 0;
  for (const score of scores) total += score;
  return total;
}

interface PreparedReading extends RankedReading {
  /** Of each word, times the share of the reading; `total` is their sum. */
  readonly idf: readonly number[];
  readonly total: number;
  readonly pairs: readonly string[];
}

/** The `most` with the largest measure, in the order they were in. */
function largest<T>(all: readonly T[], most: number, measure: (one: T) => number): readonly T[] {
  if (all.length <= most) return all;
  const kept = new Set(all.toSorted((a, b) => measure(b) - measure(a)).slice(0, most));
  return all.filter((one) => kept.has(one));
}

function prepareReading(reading: RankedReading): PreparedReading {
  const words = largest(reading.words, MOST_WORDS, wordWeight);
  const idf = words.map((word) => weights.reading[reading.kind] * shareOf(word, words.length) * wordWeight(word));
  return { ...reading, words, idf, total: idf.reduce((sum, one) => sum + one, 0), pairs: pairsOf(reading.folded) };
}

// 75.21 4.6% 13608.60
const TELLING_FIGURE = /^\d+\.\d+%?$|^\d{3,}$|^\d+%$/;

function shareOf(word: string, words: number): number {
  if (TELLING_FIGURE.test(word)) return weights.figureWord;
  return word.length === 1 && words > 1 ? weights.singleCharacter : 1;
}

const pairsOf = (folded: string): string[] =>
  [...new Set(Array.from({ length: folded.length - 1 }, (_, at) => folded.slice(at, at + 2)))].slice(0, MOST_PAIRS);

/** The reading of a term that fits best, with its scores. */
function bestScores(
  candidate: Candidate,
  { readings }: PreparedTerm,
): { readonly reading: PreparedReading; readonly scores: readonly number[] } {
  const ways = readings.map((reading) => ({ reading, scores: scoresOf(candidate, reading) }));
  return ways.reduce((best, other) => (sum(other.scores) > sum(best.scores) ? other : best));
}

/** Of each word of a reading, then, where there are several, of its pairs and of the whole. */
function scoresOf(candidate: Candidate, { folded, words, idf, total, pairs }: PreparedReading): number[] {
  const norm = 1 - weights.lengthPenalty + (weights.lengthPenalty * candidate.length) / weights.usualLength;
  const share = isOnlyListed(candidate.text, folded) ? weights.listed : 1;
  const scores = words.map((word, n) => share * (idf[n] ?? 0) * saturation(frequency(candidate, word, norm)));
  if (words.length < 2) return scores;
  scores.push(share * weights.pairs * total * covered(candidate, pairs) ** 2);
  scores.push(candidate.text.includes(folded) ? share * weights.whole * total : 0);
  return scores;
}

// 办公、 before 公务用车, 购置费、 behind it; but 一、 and 12、 begin a text
const BEHIND_ANOTHER = /(?<!^[\d一二三四五六七八九十]{1,3})、[^、,。;:\d]{0,2}$/;
const BEFORE_ANOTHER = /^[^、,。;:\d]{0,6}(?:、|等)/;
const NEARBY = 8;

/** Whether a term stands in a text, and only ever as one thing of a list. */
function isOnlyListed(text: string, term: string): boolean {
  let at = text.indexOf(term);
  if (at < 0) return false;
  for (; at >= 0; at = text.indexOf(term, at + term.length)) {
    const end = at + term.length;
    const isBetween = BEHIND_ANOTHER.test(text.slice(Math.max(0, at - NEARBY), at)) && BEFORE_ANOTHER.test(text.slice(end, end + NEARBY));
    if (!isBetween) return false;
  }
  return true;
}

/** What the score at that place of `scoresOf` is for. */
function reasonOf({ folded, words, pairs }: PreparedReading, place: number, candidate: Candidate): string {
  const word = words[place];
  if (word !== undefined) return `词“${word}”`;
  return place === words.length
    ? `与“${shorten(folded)}”字面相近 ${Math.round(100 * covered(candidate, pairs))}%`
    : `原样含“${shorten(folded)}”`;
}

/** A clause of a pasted sentence is known by how it begins. */
const LONGEST_NAMED = 16;
const shorten = (text: string): string => (text.length > LONGEST_NAMED ? `${[...text].slice(0, LONGEST_NAMED).join('')}…` : text);

/** The share of the pairs that stand in the text. */
function covered({ text }: Candidate, pairs: readonly string[]): number {
  let count = 0;
  for (const pair of pairs) if (text.includes(pair)) count++;
  return count / pairs.length;
}

/** tf' / (k1 + tf') */
const saturation = (frequency: number): number => frequency / (weights.k1 + frequency);

/** tf': the word's frequencies in the fields, weighed, that in the text normalised by its length. */
function frequency({ text, labels, path }: Candidate, word: string, norm: number): number {
  const { field } = weights;
  return (field.text * countOf(text, word)) / norm + field.labels * countOf(labels, word) + field.path * countOf(path, word);
}

/** More are not told apart by saturation. */
const MOST_COUNTED = 20;

function countOf(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && count < MOST_COUNTED; at = text.indexOf(word, at + word.length)) count++;
  return count;
}

// 13608.60万元, 4.6%, a cell of a row
const FIGURE = /\d(?:[万亿]?元|%|\u241f|$)/;
const DEFINITION_CATEGORY = '名词解释';

function factorOf({ kind, category, text }: Candidate): number {
  const definition = category === DEFINITION_CATEGORY ? weights.definition : 1;
  const figure = FIGURE.test(text) ? weights.figure : 1;
  return weights.kind[kind] * definition * figure;
}
