import type { Candidate } from '../engine/engine.ts';
import { wordWeight } from '../text/word-weight.ts';
import type { RankedReading, RankedTerm, RankQuery } from './rank-query.ts';

/** A candidate with its score, higher first, and what the score is made of. */
export interface Ranked {
  readonly id: string;
  readonly score: number;
  readonly parts: readonly ScorePart[];
  readonly candidate: Candidate;
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
  reading: { typed: 1, spelling: 0.95, synonym: 0.9, part: 0.6 },
  /** The report is of the department that the term is a short name of: about as much as a rare word. What its text says of the name counts less then. */
  department: 8,
  besideDepartment: 0.2,
  /** What the score is multiplied with. A heading or a table's head names a thing, a definition explains it; rows and sentences state it. */
  kind: { passage: 1, row: 0.9, heading: 0.5, header: 0.4 },
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
 * score = (sum over the terms of the best of its readings) x kind x figure x definition
 */
export function rank(candidates: readonly Candidate[], query: RankQuery): Ranked[] {
  const prepared = query.map((term) => ({ term, readings: term.readings.map(prepareReading) }));
  const terms = largest(prepared, MOST_TERMS, ({ readings: [typed] }) => typed?.total ?? 0);
  return candidates
    .map((candidate) => {
      const stated = terms.flatMap(({ term, readings }) => termParts(candidate, term, readings));
      const factor = factorOf(candidate);
      const parts = stated.map(({ reason, score }) => ({ reason, score: score * factor }));
      return { id: candidate.id, score: sum(parts), parts, candidate };
    })
    .sort((a, b) => b.score - a.score);
}

const sum = (parts: readonly ScorePart[]): number => parts.reduce((total, { score }) => total + score, 0);

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
  const share = (word: string) => weights.reading[reading.kind] * (word.length === 1 && words.length > 1 ? weights.singleCharacter : 1);
  const idf = words.map((word) => share(word) * wordWeight(word));
  return { ...reading, words, idf, total: idf.reduce((sum, one) => sum + one, 0), pairs: pairsOf(reading.folded) };
}

const pairsOf = (folded: string): string[] =>
  [...new Set(Array.from({ length: folded.length - 1 }, (_, at) => folded.slice(at, at + 2)))].slice(0, MOST_PAIRS);

/** The parts of the reading of a term that fits best. Where the term names departments, what counts is whose report it is. */
function termParts(candidate: Candidate, { reports, readings: [typed] }: RankedTerm, readings: readonly PreparedReading[]): ScorePart[] {
  const ways = readings.map((reading) => readingParts(candidate, reading));
  const best = ways.reduce((one, other) => (sum(other) > sum(one) ? other : one), []);
  if (reports.size === 0) return best;
  const beside = best.map(({ reason, score }) => ({ reason, score: score * weights.besideDepartment }));
  return reports.has(candidate.report) ? [{ reason: `“${typed?.folded ?? ''}”的报告`, score: weights.department }, ...beside] : beside;
}

function readingParts(candidate: Candidate, { folded, words, idf, total, pairs }: PreparedReading): ScorePart[] {
  const parts: ScorePart[] = [];
  words.forEach((word, n) => {
    const score = (idf[n] ?? 0) * saturation(frequency(candidate, word));
    if (score > 0) parts.push({ reason: `词“${word}”`, score });
  });
  if (words.length < 2) return parts;
  const covered = pairs.filter((pair) => candidate.text.includes(pair)).length / pairs.length;
  if (covered > 0) parts.push({ reason: `字面相近 ${Math.round(100 * covered)}%`, score: weights.pairs * total * covered ** 2 });
  if (candidate.text.includes(folded)) parts.push({ reason: `原样含“${folded}”`, score: weights.whole * total });
  return parts;
}

/** tf' / (k1 + tf') */
const saturation = (frequency: number): number => frequency / (weights.k1 + frequency);

/** tf': the word's frequencies in the fields, weighed, that in the text normalised by its length. */
function frequency({ text, labels, path, length }: Candidate, word: string): number {
  const norm = 1 - weights.lengthPenalty + (weights.lengthPenalty * length) / weights.usualLength;
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
