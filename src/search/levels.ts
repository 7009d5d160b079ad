import { assertNever } from '../errors.ts';
import { everything, type Match, type Query, type Term } from '../query/ast.ts';
import { dataKey } from '../query/data-key.ts';
import { foldString } from '../text/normal-form.ts';
import { isStopWord } from '../text/word-weight.ts';
import type { Level } from './answer.ts';
import { literalMatch, wordMatch } from './literal-match.ts';
import { positiveTerms } from './positive-terms.ts';
import type { Reading, Readings } from './readings.ts';

/** A query at its three levels. Each level takes everything of the one before. */
export interface LevelledQuery {
  readonly matches: Readonly<Record<Level, Match>>;
  readonly readings: Readings;
  readonly isInformative: IsInformative;
}

/** Whether a word stands in so few documents that it tells them apart. */
export type IsInformative = (word: string) => boolean;

/**
 * literal: each bare term as typed. words: or, in one of its readings, as said there or each of its words, all in the document. any: or at least one
 * informative word of all bare terms together, while quoted terms, amounts and exclusions hold as before; parts of the query without a bare term too.
 */
export function levelQuery(query: Query, readings: Readings, isInformative: IsInformative): LevelledQuery {
  const of = (term: Term): readonly Reading[] => readings.get(term.at) ?? [];
  const isTelling = (word: string) => !isStopWord(word) && isInformative(word);
  const literal = compile(query, (term) => literalMatch(foldString(term.text)));
  const words = compile(withoutDepartments(query, of), (term) =>
    either([literalMatch(foldString(term.text)), ...of(term).flatMap(readingMatch)]),
  );
  const tellingWords = (term: Term) => of(term).flatMap((way) => way.words.filter(isTelling));
  const any = either([words, anyMatch(query, (term) => either(tellingWords(term).map(wordMatch)))]);
  return { matches: { literal, words, any }, readings, isInformative: isTelling };
}

/** A term that only names a department beside others says whose reports come first: no document need hold it. */
function withoutDepartments(query: Query, of: (term: Term) => readonly Reading[]): Query {
  if (query.kind !== 'and') return query;
  const isDepartment = (part: Query) => part.kind === 'term' && of(part.term).some(({ kind, folded }) => kind === 'gist' && folded === '');
  const others = query.parts.filter((part) => !isDepartment(part));
  return others.some((part) => positiveTerms(part).length > 0) ? { kind: 'and', parts: others } : query;
}

/** What was typed, and what was meant by a slip, may stand in pieces; another name, its core, or the name of a part, stands whole or not at all. */
const mayStandInPieces: ReadonlySet<Reading['kind']> = new Set(['typed', 'gist', 'spelling']);

function readingMatch({ kind, folded, words }: Reading): Match[] {
  if (folded === '') return [];
  const whole = literalMatch(folded);
  const isOneWord = words.length === 0 || (words.length === 1 && words[0] === folded);
  return mayStandInPieces.has(kind) && !isOneWord ? [whole, all(words.map(wordMatch))] : [whole];
}

function compile(query: Query, bare: (term: Term) => Match): Match {
  switch (query.kind) {
    case 'term':
      return termMatch(query.term, bare);
    case 'and':
      return all(query.parts.map((part) => compile(part, bare)));
    case 'or':
      return either(query.parts.map((part) => compile(part, bare)));
    case 'not':
      return { kind: 'not', part: compile(query.part, bare) };
    default:
      return assertNever(query);
  }
}

function termMatch(term: Term, bare: (term: Term) => Match): Match {
  switch (term.kind) {
    case 'bare':
      return bare(term);
    case 'literal':
      return literalMatch(foldString(term.text));
    case 'amount':
      return amountMatch(term);
    default:
      return assertNever(term);
  }
}

/** Exactly that value in any spelling, or the letters where no digit continues them. */
export const amountMatch = ({ fen, text }: Extract<Term, { readonly kind: 'amount' }>): Match =>
  either([{ kind: 'amount', fen }, literalMatch(foldString(text), true)]);

/** The parts with bare terms become alternatives, the others hold. */
function anyMatch(query: Query, bare: (term: Term) => Match): Match {
  const parts = query.kind === 'and' ? query.parts : [query];
  const isLoose = (part: Query) => positiveTerms(part).some((term) => term.kind === 'bare');
  const strict = parts.filter((part) => !isLoose(part)).map((part) => compile(part, bare));
  const loose = parts.filter(isLoose).map((part) => compile(part, bare));
  return all(loose.length > 0 ? [...strict, either(loose)] : strict);
}

const nothing: Match = { kind: 'or', parts: [] };
const isNothing = (match: Match): boolean => match.kind === 'or' && match.parts.length === 0;

/** `and` without repetitions; of nothing it is everything. */
function all(parts: readonly Match[]): Match {
  if (parts.some(isNothing)) return nothing;
  const different = distinct(parts.flatMap((part) => (part.kind === 'and' ? part.parts : [part])));
  const [only] = different;
  if (only === undefined) return everything;
  return different.length === 1 ? only : { kind: 'and', parts: different };
}

/** `or` without repetitions; of nothing it is nothing. */
function either(parts: readonly Match[]): Match {
  const different = distinct(parts.flatMap((part) => (part.kind === 'or' ? part.parts : [part])));
  const [only] = different;
  return different.length === 1 && only ? only : { kind: 'or', parts: different };
}

function distinct(parts: readonly Match[]): Match[] {
  return [...new Map(parts.map((part) => [dataKey(part), part])).values()];
}
