import type { Candidate } from '../engine/engine.ts';
import { wordWeight } from '../text/word-weight.ts';

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

/** What is ranked on, in normal form: the telling words of the query, each once, and its terms whole, in the order typed. */
export interface RankQuery {
  readonly words: readonly string[];
  readonly terms: readonly string[];
}

/** Every weight of the ranking. */
export const weights = {
  /** BM25 (Robertson & Zaragoza 2009, 3.3): saturation of repetitions. */
  k1: 1.2,
  /** BM25F (Robertson & Zaragoza 2009, 3.6): how much each field counts, and how much its length takes away. */
  text: 1,
  path: 0.6,
  labels: 1.2,
  lengthPenalty: 0.5,
  averageLength: 60,
  /** The whole term as typed stands there. */
  literal: 3,
} as const;

/**
 * Orders candidates by score; those alike stay in the order given, which is source order. Pure: the same on every engine.
 * score = sum of idf(w) tf'(w) / (k1 + tf'(w)) over the words, tf' = sum over the fields of weight times frequency (BM25F),
 * plus the idf of each term that stands whole.
 */
export function rank(candidates: readonly Candidate[], query: RankQuery): Ranked[] {
  const idf = new Map(query.words.map((word) => [word, wordWeight(word)] as const));
  return candidates
    .map((candidate) => {
      const parts = partsOf(candidate, query, idf);
      return { id: candidate.id, score: parts.reduce((sum, part) => sum + part.score, 0), parts, candidate };
    })
    .sort((a, b) => b.score - a.score);
}

function partsOf(candidate: Candidate, { terms }: RankQuery, idf: ReadonlyMap<string, number>): ScorePart[] {
  const norm = 1 - weights.lengthPenalty + (weights.lengthPenalty * candidate.length) / weights.averageLength;
  const parts: ScorePart[] = [];
  for (const [word, weight] of idf) {
    const frequency =
      (weights.text * countOf(candidate.text, word)) / norm +
      weights.path * countOf(candidate.path, word) +
      weights.labels * countOf(candidate.labels, word);
    if (frequency > 0) parts.push({ reason: `词“${word}”`, score: (weight * frequency) / (weights.k1 + frequency) });
  }
  for (const term of terms) if (candidate.text.includes(term)) parts.push({ reason: `原样含“${term}”`, score: weights.literal });
  return parts;
}

const MOST_COUNTED = 20;

function countOf(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && count < MOST_COUNTED; at = text.indexOf(word, at + word.length)) count++;
  return count;
}
