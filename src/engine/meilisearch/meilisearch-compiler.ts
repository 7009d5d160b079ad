import { assertNever } from '../../errors.ts';
import type { Match } from '../../query/ast.ts';
import { gramsOfCharacters } from '../../text/grams.ts';
import { encodeCharacters } from './meilisearch-encode.ts';
import { boundsOf } from './meilisearch-fen.ts';
import { all, always, either, type Formula, is, never, not } from './meilisearch-formula.ts';
import { longestGram, longestGrammed } from './meilisearch-grams.ts';

/**
 * What filters say of a match: every document that passes `surely` matches, none that fails `perhaps` does. What lies between is checked on the text.
 * Where both are the same, filters decide alone.
 */
export interface Compiled {
  readonly surely: Formula;
  readonly perhaps: Formula;
}

export interface CompileOptions {
  /** Some documents hold places where no occurrence may begin or end; of those, grams say too much. */
  readonly seams: boolean;
  /** What is known of a literal beside its grams: the filter that just the documents that hold it pass. */
  readonly exact?: (literal: Literal) => Formula | undefined;
}

export type Literal = Extract<Match, { readonly kind: 'literal' }>;

/** In a query of more literals than this each long one is looked for by fewer of its grams: more is checked, less is asked. */
const mostConditions = 400;

/** The server refuses filters nested deeper than 150; what lies deeper than this is checked on the text. */
const deepest = 100;

export function compileMatch(match: Match, options: CompileOptions): Compiled {
  const gramsEach = Math.max(1, Math.floor(mostConditions / Math.max(1, countLiterals(match))));
  return compile(match, { ...options, gramsEach }, 0);
}

/** Whether filters alone decide. */
export const isDecided = ({ surely, perhaps }: Compiled): boolean => surely === perhaps;

interface Plan extends CompileOptions {
  readonly gramsEach: number;
}

const sure = (formula: Formula): Compiled => ({ surely: formula, perhaps: formula });
const unknown: Compiled = { surely: never, perhaps: always };

function compile(match: Match, plan: Plan, depth: number): Compiled {
  switch (match.kind) {
    case 'everything':
      return sure(always);
    case 'amount':
      return sure({ kind: 'range', field: 'fen', ...boundsOf(match.fen) });
    case 'literal':
      return compileLiteral(match, plan);
    case 'not':
      return negate(compile(match.part, plan, depth + 1));
    case 'and':
      return depth > deepest && match.parts.length > 1
        ? unknown
        : join(
            match.parts.map((part) => compile(part, plan, depth + 1)),
            all,
          );
    case 'or':
      return depth > deepest && match.parts.length > 1
        ? unknown
        : join(
            match.parts.map((part) => compile(part, plan, depth + 1)),
            either,
          );
    default:
      return assertNever(match);
  }
}

function negate({ surely, perhaps }: Compiled): Compiled {
  if (surely === perhaps) return sure(not(surely));
  return { surely: not(perhaps), perhaps: not(surely) };
}

function join(parts: readonly Compiled[], how: (parts: readonly Formula[]) => Formula): Compiled {
  const surely = how(parts.map((part) => part.surely));
  if (parts.every(isDecided)) return sure(surely);
  return { surely, perhaps: how(parts.map((part) => part.perhaps)) };
}

const unseamed = is('seamed', '0');

function compileLiteral(literal: Literal, { seams, gramsEach, exact }: Plan): Compiled {
  const known = exact?.(literal);
  if (known !== undefined) return sure(known);
  const { folded, alone } = literal;
  const characters = encodeCharacters(folded);
  if (characters.length > longestGram) return { surely: never, perhaps: holdsGrams(characters, gramsEach) };
  const gram = is('grams', characters.join(''));
  if (alone) return { surely: never, perhaps: gram };
  return seams ? { surely: all([gram, unseamed]), perhaps: gram } : sure(gram);
}

/** The first of its longest grams begins in the document, each of the others there or behind it. */
function holdsGrams(characters: readonly string[], most: number): Formula {
  const grams = gramsOfCharacters(characters.slice(0, longestGrammed), [], longestGram).own.slice(0, 1 - longestGram);
  return all(
    grams.flatMap((gram, index) => {
      if (index === 0) return [is('grams', gram)];
      return index % Math.ceil(grams.length / most) === 0 ? [either([is('grams', gram), is('ahead', gram)])] : [];
    }),
  );
}

function countLiterals(match: Match): number {
  let count = 0;
  const open: Match[] = [match];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'literal') count++;
    else if (next.kind === 'not') open.push(next.part);
    else if (next.kind === 'and' || next.kind === 'or') for (const part of next.parts) open.push(part);
  }
  return count;
}
