import type { MatchAnswer, MatchRequest, Reader } from '../engine/engine.ts';
import type { Filters } from '../engine/filters.ts';
import { dataKey } from '../query/data-key.ts';
import { type Level, levels } from './answer.ts';
import type { LevelledQuery } from './levels.ts';
import type { SearchRequest } from './request.ts';

/** A level with fewer documents is too narrow where the next one has more. */
export const ENOUGH = 10;

/** What the engine says of each level under some filters. Levels that mean the same are asked once and have the same answer. */
export type LevelAnswers = Readonly<Record<Level, MatchAnswer>>;

/** `first` is asked of the level `literal` beside. */
export async function askLevels(
  reader: Reader,
  { matches }: LevelledQuery,
  request: MatchRequest,
  first: Partial<MatchRequest> = {},
): Promise<LevelAnswers> {
  const asked = new Map<string, Promise<MatchAnswer>>();
  const ask = (level: Level): Promise<MatchAnswer> => {
    const key = dataKey(matches[level]);
    const answer = asked.get(key) ?? reader.match(matches[level], level === 'literal' ? { ...request, ...first } : request);
    asked.set(key, answer);
    return answer;
  };
  const [literal, words, any] = await Promise.all(levels.map(ask));
  if (!literal || !words || !any) throw new TypeError('three levels have three answers');
  return { literal, words, any };
}

/**
 * The level of a search. `match=auto` takes the first one with at least ENOUGH documents by the query and `report` alone, so that no facet
 * filter changes it; where none has, the widest one that has more than the level before it, and literal when none has any.
 */
export function chooseLevel({ match }: SearchRequest, counts: Readonly<Record<Level, number>>): Level {
  if (match !== 'auto') return match;
  const enough = levels.find((level) => counts[level] >= ENOUGH);
  if (enough !== undefined) return enough;
  if (counts.any > counts.words) return 'any';
  return counts.words > counts.literal ? 'words' : 'literal';
}

/** The filters by which the level is chosen. */
export const levelFilters = (filters: Filters): Filters => ({ facets: {}, codes: [], fen: null, reports: filters.reports });

export const hasOnlyReports = ({ facets, codes, fen, measures = [] }: Filters): boolean =>
  Object.keys(facets).length === 0 && codes.length === 0 && fen === null && measures.length === 0;

export const totalsOf = (answers: LevelAnswers): Record<Level, number> => ({
  literal: answers.literal.total,
  words: answers.words.total,
  any: answers.any.total,
});
