import { foldString } from '../text/normal-form.ts';
import { wordsOf } from '../text/segment.ts';
import { isStopWord } from '../text/word-weight.ts';
import { positiveTerms } from './levels.ts';
import type { Search } from './prepare-search.ts';
import type { RankQuery } from './rank.ts';

/** What a search is ranked on: the telling words of its terms, in the order typed, and the terms whole. Without any word there is nothing to rank on. */
export function rankQuery({ parsed }: Search): RankQuery {
  const terms = [...new Set(positiveTerms(parsed.query).map((term) => foldString(term.text)))];
  const words = [...new Set(terms.flatMap(wordsOf))];
  const telling = words.filter((word) => !isStopWord(word));
  return { words: telling.length > 0 ? telling : words, terms };
}
