import { assertNever } from '../../errors.ts';
import type { Match } from '../../query/ast.ts';
import { gramsOfCharacters } from '../../text/grams.ts';
import { boundsOf, type FenBounds } from './sqlite-fen.ts';
import { lookAhead } from './sqlite-projection.ts';
import { encodeCharacters, encodeWord, markAhead } from './sqlite-tokens.ts';

/** A match as steps over a stack of sets, so that nothing about its depth or width can overflow. */
export type Step =
  | { readonly kind: 'everything' }
  | { readonly kind: 'literal'; readonly folded: string; readonly alone: boolean }
  | { readonly kind: 'amount'; readonly bounds: FenBounds }
  | { readonly kind: 'and' | 'or'; readonly count: number }
  | { readonly kind: 'not' };
export type Program = readonly Step[];

/** Parts before the node that joins them. */
export function compileMatch(match: Match): Program {
  const steps: Step[] = [];
  const open: (Match | Step)[] = [match];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    switch (next.kind) {
      case 'everything':
        steps.push({ kind: 'everything' });
        break;
      case 'literal':
        steps.push({ kind: 'literal', folded: next.folded, alone: next.alone });
        break;
      case 'amount':
        steps.push({ kind: 'amount', bounds: 'bounds' in next ? next.bounds : boundsOf(next.fen) });
        break;
      case 'and':
      case 'or':
        if ('count' in next) steps.push(next);
        else open.push({ kind: next.kind, count: next.parts.length }, ...next.parts);
        break;
      case 'not':
        if ('part' in next) open.push({ kind: 'not' }, next.part);
        else steps.push(next);
        break;
      default:
        assertNever(next);
    }
  }
  return steps;
}

/** One question to a full-text table. `decided`: every row found is a match; otherwise some may not be, and none is missing. */
export interface LiteralQuery {
  readonly sql: string;
  readonly parameters: readonly [string];
  readonly decided: boolean;
}

/** A literal of this many characters lies in a document and its look-ahead wherever in the document it begins. */
const longestDecided = lookAhead + 1;

/** Longer ones are looked for by this many of their first characters and then checked on the text. */
const headLength = 9;

/** The string that FTS5 gets for a literal of the normal form, not empty. */
export function compileLiteral(folded: string): LiteralQuery {
  const characters = encodeCharacters(folded);
  if (characters.length === 1) return { sql: rowsOf('singles'), parameters: [phrase(characters)], decided: true };
  const decided = characters.length <= longestDecided;
  const { own } = gramsOfCharacters(decided ? characters : characters.slice(0, headLength), [], 2);
  return { sql: rowsOf('grams'), parameters: [splits(own.slice(0, -1))], decided };
}

/** Wholly in the document, or beginning in it and running on: one phrase for each number of grams before the border. */
const splits = (grams: readonly string[]): string =>
  grams.map((_, index) => phrase(grams.map((gram, at) => (at <= index ? gram : markAhead(gram))))).join(' OR ');

/** FTS5's words for a choice of words. */
export const anyWord = (words: readonly string[]): string => words.map((word) => phrase([encodeWord(word)])).join(' OR ');

/** The only place where FTS5 strings are made. Tokens have no quote mark (sqlite-tokens.ts); it is doubled all the same. */
const phrase = (tokens: readonly string[]): string => `"${tokens.join(' ').replaceAll('"', '""')}"`;

/** Thousands of numbers as one string cost a fifth of what they cost as rows. */
const rowsOf = (table: string): string => `select group_concat(rowid) rows from ${table} where ${table} match ?`;
