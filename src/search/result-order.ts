import type { Order, Reader } from '../engine/engine.ts';
import { foldString } from '../text/normal-form.ts';
import { wordsOf } from '../text/segment.ts';
import { isStopWord } from '../text/word-weight.ts';
import type { Level } from './answer.ts';
import { positiveTerms } from './levels.ts';
import type { RankQuery } from './rank.ts';
import type { Search } from './search.ts';
import { readPlaces, tiersOf } from './tiers.ts';

/** One place of a page. `level` is null where the order does not go by levels: then the text of the hit says it. */
export interface PagePlace {
  readonly id: string;
  readonly level: Level | null;
  readonly score: number;
}

/** The ids of the asked page, in the asked order. Relevance of nothing (no term to rank on) is report order. */
export async function readPage(reader: Reader, search: Search): Promise<PagePlace[]> {
  const { request, conditions, levelled, level, counts } = search;
  const from = (request.page - 1) * request.size;
  const query = rankQuery(search);
  if (request.sort === 'relevance' && query.words.length > 0) {
    return readPlaces(reader, tiersOf(levelled, counts, level), conditions.filters, query, from, request.size);
  }
  const order: Order = request.sort === 'relevance' ? 'source' : request.sort;
  const answer = await reader.match(levelled.matches[level], { filters: conditions.filters, facets: [], order, from, size: request.size });
  return answer.ids.map((id) => ({ id, level: null, score: 0 }));
}

/** What the query is ranked on: the words of its terms, and the terms themselves. */
export function rankQuery({ parsed }: Search): RankQuery {
  const terms = [...new Set(positiveTerms(parsed.query).map((term) => foldString(term.text)))];
  const words = [...new Set(terms.flatMap(wordsOf))];
  const telling = words.filter((word) => !isStopWord(word));
  return { words: telling.length > 0 ? telling : words, terms };
}
