import { assertNever } from '../../errors.ts';
import type { Match } from '../../query/ast.ts';
import { gramsOfCharacters } from '../../text/grams.ts';
import { boundsOf, type FenBounds } from './sqlite-fen.ts';
import { edgeOf, lookAhead } from './sqlite-projection.ts';
import { encodeCharacters, markAhead } from './sqlite-tokens.ts';

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

/** One question to a full-text table. */
export interface RowsQuery {
  readonly sql: string;
  readonly parameters: readonly [string];
}

/**
 * How a literal is looked for. `inside` finds where it lies in a document together with the character behind it; `decided`: that is all of it,
 * otherwise only its head, and each find is checked. A literal that runs on further has one of `edges` at the end of the document where it
 * begins: those are few and checked, or, where they are many, asked of the marked look-ahead by `across` (null: too long for that).
 */
export interface LiteralQuery {
  readonly inside: RowsQuery;
  readonly decided: boolean;
  readonly edges: ReadonlySet<number>;
  readonly across: RowsQuery | null;
}

/** A literal of this many characters lies in a document and its look-ahead wherever in the document it begins. */
const longestAcross = lookAhead + 1;

/** Of longer literals this many first characters are looked for. */
const headLength = 24;

/** For a literal in normal form, not empty. */
export function compileLiteral(folded: string): LiteralQuery {
  const characters = encodeCharacters(folded);
  if (characters.length === 1) return { inside: rowsOf('singles', phrase(characters)), decided: true, edges: new Set(), across: null };
  const grams = gramsOfCharacters(characters.slice(0, headLength), [], 2).own.slice(0, -1);
  const decided = characters.length <= headLength;
  const edges = characters.slice(0, headLength).map((character, at, head) => edgeOf(character, head[at + 1], head[at + 2]));
  return {
    inside: rowsOf('grams', phrase(grams)),
    decided,
    edges: new Set(edges.filter((edge) => edge !== 0)),
    across: grams.length > 1 && characters.length <= longestAcross ? rowsOf('grams', splits(grams)) : null,
  };
}

/** Beginning in the document and running on: one phrase for each number of grams before the border. */
const splits = (grams: readonly string[]): string =>
  grams
    .slice(0, -1)
    .map((_, index) => phrase(grams.map((gram, at) => (at <= index ? gram : markAhead(gram)))))
    .join(' OR ');

/** The only place where FTS5 strings are made. Tokens have no quote mark (sqlite-tokens.ts); it is doubled all the same. */
const phrase = (tokens: readonly string[]): string => `"${tokens.join(' ').replaceAll('"', '""')}"`;

/** Thousands of numbers as one string cost a fifth of what they cost as rows. */
const rowsOf = (table: 'grams' | 'singles', match: string): RowsQuery => ({
  sql: `select group_concat(rowid) rows from ${table} where ${table} match ?`,
  parameters: [match],
});
