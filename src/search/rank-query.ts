import type { Query } from '../query/ast.ts';
import { foldString } from '../text/normal-form.ts';
import { wordsOf } from '../text/segment.ts';
import { isStopWord } from '../text/word-weight.ts';
import { departmentsCalled } from './department-alias.ts';
import type { IndexFacts } from './index-facts.ts';
import { positiveTerms } from './positive-terms.ts';
import type { Reading, Readings } from './readings.ts';

/** A term in one way it may be meant, with its telling words in the order they stand. */
export interface RankedReading {
  readonly folded: string;
  readonly words: readonly string[];
  readonly kind: Reading['kind'];
}

/** A term of a query as it is ranked on. `reports`: those of the departments that the term is a short name of. */
export interface RankedTerm {
  readonly readings: readonly RankedReading[];
  readonly reports: ReadonlySet<string>;
}

export type RankQuery = readonly RankedTerm[];

/** What a search is ranked on: its terms that a document may hold, each once, with the telling words of each reading. */
export async function makeRankQuery(query: Query, readings: Readings, facts: IndexFacts): Promise<RankQuery> {
  const ranked = new Map<string, RankedTerm>();
  for (const term of positiveTerms(query)) {
    const folded = foldString(term.text);
    const ways = term.kind === 'bare' ? (readings.get(term.at) ?? []) : [];
    const all = ways.length > 0 ? ways : [{ kind: 'typed' as const, folded }];
    const reports = term.kind === 'bare' ? await reportsCalled(folded, facts) : new Set<string>();
    ranked.set(folded, {
      readings: all.map((way) => ({ folded: way.folded, words: tellingWords(way.folded), kind: way.kind })),
      reports,
    });
  }
  return [...ranked.values()];
}

/** Stop words say nothing, unless there is nothing else. */
function tellingWords(folded: string): string[] {
  const words = [...new Set(wordsOf(folded))];
  const telling = words.filter((word) => !isStopWord(word));
  return telling.length > 0 ? telling : words;
}

/** The reports of the departments that go by this short name. */
async function reportsCalled(folded: string, facts: IndexFacts): Promise<ReadonlySet<string>> {
  const departments = departmentsCalled(folded, (await facts.values()).get('department') ?? []);
  return departments.length > 0 ? facts.reportsOf(departments) : new Set();
}

/** All words that a query is ranked on, each once: what an engine chooses candidates by. */
export const wordsOfRankQuery = (query: RankQuery): string[] => [
  ...new Set(query.flatMap(({ readings }) => readings.flatMap(({ words }) => words))),
];
