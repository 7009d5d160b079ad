import type { Candidate } from '../engine/engine.ts';
import { wordWeight } from '../text/word-weight.ts';

/** A candidate with its score; higher comes first. */
export interface Ranked {
  readonly id: string;
  readonly score: number;
  readonly candidate: Candidate;
}

/** What is ranked on: the words and whole terms of the query in normal form. */
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
    .map((candidate) => ({ id: candidate.id, score: scoreOf(candidate, query, idf), candidate }))
    .sort((a, b) => b.score - a.score);
}

function scoreOf(candidate: Candidate, { terms }: RankQuery, idf: ReadonlyMap<string, number>): number {
  const norm = 1 - weights.lengthPenalty + (weights.lengthPenalty * candidate.length) / weights.averageLength;
  let score = 0;
  for (const [word, weight] of idf) {
    const frequency =
      (weights.text * countOf(candidate.text, word)) / norm +
      weights.path * countOf(candidate.path, word) +
      weights.labels * countOf(candidate.labels, word);
    score += (weight * frequency) / (weights.k1 + frequency);
  }
  for (const term of terms) if (candidate.text.includes(term)) score += weights.literal;
  return score;
}

const MOST_COUNTED = 20;

function countOf(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && count < MOST_COUNTED; at = text.indexOf(word, at + word.length)) count++;
  return count;
}
