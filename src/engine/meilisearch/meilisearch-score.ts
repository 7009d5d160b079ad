import type { Match } from '../../query/ast.ts';
import { wordWeight } from '../../text/word-weight.ts';
import { heldBack, wordScore } from '../bm25.ts';
import type { MatchRequest } from '../engine.ts';
import { noFilters } from '../filters.ts';
import { answerMatch } from './meilisearch-match.ts';
import type { Session } from './meilisearch-session.ts';

/** Every set of these words is asked for: eight questions. The rarest tell most. */
const mostWords = 3;

/** A document's score by which of the words it holds and how many words it has. Of documents that hold the same, none that is longer scores more. */
export type Score = (has: readonly boolean[], length: number) => number;

/** In the order given, so that sums are the same to the last bit. */
export function rarest(words: readonly string[]): string[] {
  const different = [...new Set(words)].filter((word) => word !== '');
  const kept = new Set(different.toSorted((a, b) => wordWeight(b) - wordWeight(a)).slice(0, mostWords));
  return different.filter((word) => kept.has(word));
}

const countAll: MatchRequest = { filters: noFilters, facets: [], order: 'source', from: 0, size: 0 };

export const literalOf = (folded: string): Match => ({ kind: 'literal', folded, alone: false });

/** BM25 over the words. */
export async function makeScore(session: Session, words: readonly string[]): Promise<Score> {
  const { reports } = session;
  const counts = await Promise.all(words.map((word) => answerMatch(session, literalOf(word), countAll)));
  const weights = counts.map(({ total }) => wordScore(reports.documents, total));
  const mean = Math.max(1, reports.words / Math.max(1, reports.documents));
  return (has, length) => {
    const weight = weights.reduce((sum, one, index) => (has[index] ? sum + one : sum), 0);
    return weight / heldBack(length, mean);
  };
}
