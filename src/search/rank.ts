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
  field: { text: 1, labels: 1, path: 0.5 },
  /** How much a long text takes from its words (b of BM25), and the words of a text of usual length. */
  lengthPenalty: 0.3,
  usualLength: 60,
  /** A word of one character stands inside many others: its share of the idf. */
  singleCharacter: 0.25,
  /** Words that follow each other as in the query (sequential dependence, Metzler & Croft 2005): share of the smaller idf of each two. */
  pair: 0.5,
  /** The whole term stands there: share of the idf of all its words. */
  whole: 0.5,
  /** A reading that was not typed counts so much. */
  otherReading: 0.9,
  /** The report is of the department that the term is a short name of: share of the idf of the term's words. */
  department: 1,
  /** What the score is multiplied with. A heading or a table's head names a thing, a definition explains it; rows and sentences state it. */
  kind: { passage: 1, row: 1, heading: 0.5, header: 0.4 },
  definition: 0.5,
  /** It states a figure. */
  figure: 1.15,
} as const;

/**
 * Orders candidates by score; those alike stay in the order given, which is source order. Pure: the same on every engine.
 * score = (sum over the terms of the best of its readings) x kind x figure x definition
 */
export function rank(candidates: readonly Candidate[], query: RankQuery): Ranked[] {
  const terms = query.map((term) => ({ term, readings: term.readings.map(prepareReading) }));
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
  readonly idf: readonly number[];
  readonly share: number;
}

const prepareReading = (reading: RankedReading): PreparedReading => ({
  ...reading,
  idf: reading.words.map((word) => wordWeight(word) * (word.length === 1 && reading.words.length > 1 ? weights.singleCharacter : 1)),
  share: reading.isTyped ? 1 : weights.otherReading,
});

/** The parts of the reading of a term that fits best; or that the report is the department's the term names. */
function termParts(candidate: Candidate, { reports }: RankedTerm, readings: readonly PreparedReading[]): ScorePart[] {
  const ways = readings.map((reading) => readingParts(candidate, reading));
  if (reports.has(candidate.report)) ways.push(departmentParts(readings));
  return ways.reduce((best, parts) => (sum(parts) > sum(best) ? parts : best), []);
}

function departmentParts([typed]: readonly PreparedReading[]): ScorePart[] {
  const idf = typed?.idf.reduce((total, one) => total + one, 0) ?? 0;
  return [{ reason: `“${typed?.folded ?? ''}”的报告`, score: weights.department * idf }];
}

function readingParts(candidate: Candidate, { folded, words, idf, share }: PreparedReading): ScorePart[] {
  const parts: ScorePart[] = [];
  words.forEach((word, n) => {
    const score = share * (idf[n] ?? 0) * saturation(frequency(candidate, word));
    if (score > 0) parts.push({ reason: `词“${word}”`, score });
  });
  if (words.length < 2) return parts;
  words.slice(1).forEach((word, n) => {
    const pair = `${words[n] ?? ''}${word}`;
    const score = share * weights.pair * Math.min(idf[n] ?? 0, idf[n + 1] ?? 0);
    if (score > 0 && candidate.text.includes(pair)) parts.push({ reason: `连写“${pair}”`, score });
  });
  if (candidate.text.includes(folded)) {
    parts.push({ reason: `原样含“${folded}”`, score: share * weights.whole * idf.reduce((total, one) => total + one, 0) });
  }
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
