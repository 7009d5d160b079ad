import { assertNever } from '../../errors.ts';
import type { Match } from '../../query/ast.ts';
import { gramsOfCharacters } from '../../text/grams.ts';
import { boundsOf, type FenBounds } from './sqlite-fen.ts';
import { edgeOf, encodeCharacters } from './sqlite-tokens.ts';

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

/** One way in which a literal may run over the end of the document where it begins: `before` units of it lie in that document, whose edge is then `edge`. */
export interface Crossing {
  readonly edge: number;
  readonly before: number;
}

/**
 * How a literal is looked for. `inside` finds where it lies in a document together with the character behind it; `decided`: that is all of it,
 * otherwise only its head, and each find is checked. One that runs on further is found by one of its `crossings`, and checked.
 */
export interface LiteralQuery {
  readonly inside: RowsQuery;
  readonly decided: boolean;
  readonly crossings: readonly Crossing[];
}

/** Of longer literals this many first characters are looked for. */
const headLength = 24;

/** For a literal in normal form, not empty. */
export function compileLiteral(folded: string): LiteralQuery {
  const characters = encodeCharacters(folded);
  if (characters.length === 1) return { inside: rowsOf('singles', phrase(characters)), decided: true, crossings: [] };
  const grams = gramsOfCharacters(characters.slice(0, headLength), [], 2).own.slice(0, -1);
  return { inside: rowsOf('grams', phrase(grams)), decided: characters.length <= headLength, crossings: crossingsOf(folded, characters) };
}

/** After each character of the head that two more follow. `characters` are those of `folded` as they stand in tokens. */
function crossingsOf(folded: string, characters: readonly string[]): Crossing[] {
  const crossings: Crossing[] = [];
  let before = 0;
  for (const character of folded) {
    const at = crossings.length;
    if (at + 2 >= Math.min(characters.length, headLength)) break;
    before += character.length;
    crossings.push({ edge: edgeOf(characters[at], characters[at + 1], characters[at + 2]), before });
  }
  return crossings;
}

/** The only place where FTS5 strings are made. Tokens have no quote mark (sqlite-tokens.ts); it is doubled all the same. */
const phrase = (tokens: readonly string[]): string => `"${tokens.join(' ').replaceAll('"', '""')}"`;

/** Thousands of numbers as one text cost a fifth of what they cost as rows; as bytes they are read where they are. */
const rowsOf = (table: 'grams' | 'singles', match: string): RowsQuery => ({
  sql: `select count(*) count, cast(group_concat(rowid) as blob) rows from ${table} where ${table} match ?`,
  parameters: [match],
});
