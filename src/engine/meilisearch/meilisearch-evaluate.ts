import { assertNever } from '../../errors.ts';
import type { Match } from '../../query/ast.ts';
import { isContinued, NEIGHBOURS } from '../../text/continued.ts';
import { splitsPair } from '../../text/surrogates.ts';
import { boundsOf, hasAmount } from './meilisearch-fen.ts';

/** The text of a document in normal form, with what stands before and behind it. */
export interface CheckedText {
  readonly folded: string;
  /** What follows in the report, as far as it is known. `last`: to its end. */
  readonly follow: string;
  readonly last: boolean;
  readonly before: string;
  /** Offsets in `folded + follow` at which no occurrence may begin or end. */
  readonly seams: ReadonlySet<number>;
  readonly fen: readonly number[];
}

/** `unknown`: more of what follows must be read to tell. */
export type Verdict = boolean | 'unknown';

/** Whether the document matches, by its text alone. */
export function evaluate(match: Match, text: CheckedText): Verdict {
  switch (match.kind) {
    case 'everything':
      return true;
    case 'amount':
      return hasAmount(text.fen, boundsOf(match.fen));
    case 'literal':
      return beginsIn(text, match.folded, match.alone);
    case 'not': {
      const verdict = evaluate(match.part, text);
      return verdict === 'unknown' ? verdict : !verdict;
    }
    case 'and':
      return evaluateParts(match.parts, text, false);
    case 'or':
      return evaluateParts(match.parts, text, true);
    default:
      return assertNever(match);
  }
}

/** `settles`: the verdict of one part that is the verdict of all. */
function evaluateParts(parts: readonly Match[], text: CheckedText, settles: boolean): Verdict {
  let verdict: Verdict = !settles;
  for (const part of parts) {
    const one = evaluate(part, text);
    if (one === settles) return settles;
    if (one === 'unknown') verdict = 'unknown';
  }
  return verdict;
}

/** Whether an occurrence begins in the document, however far it runs on. */
export function beginsIn({ folded, follow, last, before, seams }: CheckedText, literal: string, alone: boolean): Verdict {
  const text = before + folded + follow;
  const first = before.length;
  const own = first + folded.length;
  const isPlace = (at: number, end: number): boolean => {
    if (seams.has(at - first) || seams.has(end - first) || splitsPair(text, at) || splitsPair(text, end)) return false;
    return !alone || !isContinued(text, at, end);
  };
  /** What decides about an occurrence that ends here lies behind what is known. */
  const isCut = (end: number): boolean => !last && end + NEIGHBOURS > text.length;
  let verdict: Verdict = false;
  for (let at = text.indexOf(literal, first); at !== -1 && at < own; at = text.indexOf(literal, at + 1)) {
    if (isCut(at + literal.length)) verdict = 'unknown';
    else if (isPlace(at, at + literal.length)) return true;
  }
  if (last) return verdict;
  for (let at = Math.max(first, text.length - literal.length + 1); at < own; at++) {
    if (literal.startsWith(text.slice(at))) return 'unknown';
  }
  return verdict;
}
