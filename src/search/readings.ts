import type { Query, Term } from '../query/ast.ts';
import { subjectByCode } from '../subjects/lookup.ts';
import { foldString } from '../text/normal-form.ts';
import { wordsOf } from '../text/segment.ts';
import { isStopWord } from '../text/word-weight.ts';
import type { Census } from './census.ts';
import { literalMatch } from './literal-match.ts';
import { readMentions } from './mentions.ts';
import { positiveTerms } from './positive-terms.ts';
import { correctSpelling } from './spelling.ts';
import { coreOf, partsOf, synonymsOf } from './synonyms.ts';

/**
 * A bare term in one way it may be meant, in normal form, with its different words. The first reading of a term is what was typed; others join it from
 * level `words` on, and are named in the terms of the answer. `gist` is what the term is about without the department or year it names and its question
 * words; it is empty where the term is nothing but a department: then it says whose reports come first, and no document need hold it.
 */
export interface Reading {
  readonly kind: 'typed' | 'gist' | 'synonym' | 'core' | 'part' | 'spelling';
  readonly folded: string;
  readonly words: readonly string[];
}

/** The readings of each bare term by its place in what was typed; at least the typed one. */
export type Readings = ReadonlyMap<number, readonly Reading[]>;

/** Spelling is looked at in so few terms only: each takes hundreds of counts, and a longer query has enough other words to be found by. */
export const MOST_TERMS_CORRECTED = 5;

/** All readings of the bare terms of a query. A slip is looked for where nothing in the index stands as typed or by a synonym. */
export async function readTerms(query: Query, census: Census): Promise<Readings> {
  const terms = positiveTerms(query).filter((term) => term.kind === 'bare');
  const mayCorrect = terms.length <= MOST_TERMS_CORRECTED;
  const readings = new Map<number, readonly Reading[]>();
  const known = new Map<string, readonly Reading[]>();
  for (const term of terms) {
    const read = known.get(term.text) ?? (await readTerm(term, census, mayCorrect));
    known.set(term.text, read);
    readings.set(term.at, read);
  }
  return readings;
}

async function readTerm(term: Term, census: Census, mayCorrect: boolean): Promise<Reading[]> {
  const typed = foldString(term.text);
  const { gist } = readMentions(typed, (await census.values()).get('department') ?? []);
  const own = gist === typed ? [reading('typed', typed)] : [reading('typed', typed), reading('gist', gist)];
  if (gist === '') return own;
  const synonyms = synonymsOf(gist);
  // Who types a code wants that subject, not whatever has a word of its name.
  if (subjectByCode(gist) !== null) return [...own, ...synonyms.map((text) => ({ ...reading('synonym', text), words: [] }))];
  const cores = [gist, ...synonyms].map(coreOf).filter((core) => core !== null);
  const known = [
    ...own,
    ...synonyms.map((text) => reading('synonym', text)),
    ...[...new Set(cores)].map((text) => reading('core', text)),
    ...partsOf(gist).map((text) => reading('part', text)),
  ];
  if (!mayCorrect || (await anyStands(known, census))) return known;
  const corrected = await correctSpelling(gist, census);
  return corrected === null ? known : [...known, reading('spelling', corrected)];
}

/** Whether one of them stands somewhere. Their words, which are counted next, are asked for in the same breath; counts are kept. */
async function anyStands(readings: readonly Reading[], census: Census): Promise<boolean> {
  const whole = readings.map(({ folded }) => folded);
  const words = wordsToCount(readings).filter((word) => !whole.includes(word));
  const counts = await Promise.all([...whole, ...words].map((text) => census.count(literalMatch(text), text)));
  return counts.slice(0, whole.length).some((count) => count > 0);
}

/** All different words of readings that could be informative: `levelQuery` must know how often they stand. */
export function wordsToCount(readings: readonly Reading[]): readonly string[] {
  return [...new Set(readings.flatMap(({ words }) => words))].filter((word) => !isStopWord(word));
}

const reading = (kind: Reading['kind'], folded: string): Reading => ({ kind, folded, words: [...new Set(wordsOf(folded))] });
