import { assertNever } from '../errors.ts';
import { everything, type Match, type Query, type Term } from '../query/ast.ts';
import { foldString } from '../text/normal-form.ts';
import { wordsOf } from '../text/segment.ts';
import { isStopWord } from '../text/word-weight.ts';
import type { Level } from './answer.ts';

/** A bare term with its words in normal form; `informative` are those that may find a document alone. */
export interface BareTerm {
  readonly folded: string;
  readonly words: readonly string[];
  readonly informative: readonly string[];
}

/** A query at its three levels. Each level takes everything of the one before. `bare` is by the term's place in what was typed. */
export interface LevelledQuery {
  readonly matches: Readonly<Record<Level, Match>>;
  readonly bare: ReadonlyMap<number, BareTerm>;
}

/** Whether a word stands in so few documents that it tells them apart. */
export type IsInformative = (word: string) => boolean;

/** All different words of bare terms that could be informative: what must be counted before `levelQuery`. */
export function wordsToCount(query: Query): readonly string[] {
  return [...new Set(bareTerms(query).flatMap((term) => wordsOf(foldString(term.text)).filter((word) => !isStopWord(word))))];
}

/**
 * literal: each bare term as typed. words: or each of its words, all in the document. any: or at least one informative word of all bare terms
 * together, while quoted terms, amounts and exclusions hold as before; parts of the query without a bare term too.
 */
export function levelQuery(query: Query, isInformative: IsInformative): LevelledQuery {
  const bare = new Map(bareTerms(query).map((term) => [term.at, readBare(term, isInformative)] as const));
  const at = (term: Term): BareTerm => bare.get(term.at) ?? { folded: foldString(term.text), words: [], informative: [] };
  const literal = compile(query, (term) => literalMatch(at(term).folded));
  const words = compile(query, (term) => wordsMatch(at(term)));
  const any = either([words, anyMatch(query, (term) => either(at(term).informative.map(wordMatch)))]);
  return { matches: { literal, words, any }, bare };
}

/** The terms that a document may have to hold: those outside exclusions. */
export function positiveTerms(query: Query): Term[] {
  switch (query.kind) {
    case 'term':
      return [query.term];
    case 'and':
    case 'or':
      return query.parts.flatMap(positiveTerms);
    case 'not':
      return [];
    default:
      return assertNever(query);
  }
}

const bareTerms = (query: Query): Term[] => positiveTerms(query).filter((term) => term.kind === 'bare');

function readBare(term: Term, isInformative: IsInformative): BareTerm {
  const folded = foldString(term.text);
  const words = [...new Set(wordsOf(folded))];
  return { folded, words, informative: words.filter((word) => !isStopWord(word) && isInformative(word)) };
}

// 2023, 217.93, 4.6%
const NUMBER = /^\d+(?:\.\d+)*%?$/;

export const literalMatch = (folded: string, alone = false): Match => ({ kind: 'literal', folded, alone });

/** A number that is one word of several is not meant inside a longer number. */
export const isAlone = (word: string): boolean => NUMBER.test(word);
const wordMatch = (word: string): Match => literalMatch(word, isAlone(word));

function wordsMatch({ folded, words }: BareTerm): Match {
  if (words.length <= 1) return literalMatch(folded);
  return either([literalMatch(folded), all(words.map(wordMatch))]);
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
      return either([{ kind: 'amount', fen: term.fen }, literalMatch(foldString(term.text), true)]);
    default:
      return assertNever(term);
  }
}

/** The parts with bare terms become alternatives, the others hold. */
function anyMatch(query: Query, bare: (term: Term) => Match): Match {
  const parts = query.kind === 'and' ? query.parts : [query];
  const isLoose = (part: Query) => bareTerms(part).length > 0;
  const strict = parts.filter((part) => !isLoose(part)).map((part) => compile(part, bare));
  const loose = parts.filter(isLoose).map((part) => compile(part, bare));
  return all(loose.length > 0 ? [...strict, either(loose)] : strict);
}

const nothing: Match = { kind: 'or', parts: [] };
const isNothing = (match: Match): boolean => match.kind === 'or' && match.parts.length === 0;

/** `and` without repetitions; of nothing it is everything. */
function all(parts: readonly Match[]): Match {
  if (parts.some(isNothing)) return nothing;
  const different = distinct(parts);
  const [only] = different;
  if (only === undefined) return everything;
  return different.length === 1 ? only : { kind: 'and', parts: different };
}

/** `or` without repetitions; of nothing it is nothing. */
function either(parts: readonly Match[]): Match {
  const different = distinct(parts.filter((part) => !isNothing(part)));
  const [only] = different;
  return different.length === 1 && only ? only : { kind: 'or', parts: different };
}

function distinct(parts: readonly Match[]): Match[] {
  return [...new Map(parts.map((part) => [matchKey(part), part])).values()];
}

/** Equal for equal matches. */
export const matchKey = (match: Match): string =>
  JSON.stringify(match, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
