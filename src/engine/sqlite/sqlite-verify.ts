import { isContinued, NEIGHBOURS } from '../../text/continued.ts';
import { splitsPair } from '../../text/surrogates.ts';
import type { Columns } from './sqlite-columns.ts';
import { type LeanStore, type LeanText, startAt } from './sqlite-lean.ts';

/** Checks on the text what grams don't decide. */
export interface Verifier {
  /** Whether an occurrence of `folded` begins in the document at `position`. */
  begins(position: number, folded: string, alone: boolean): boolean;
  /** Whether one begins there of which `before` units lie in the document and the others behind its end. */
  crosses(position: number, folded: string, alone: boolean, before: number): boolean;
}

export function createVerifier({ shared, reports }: Columns, lean: LeanStore): Verifier {
  /** The normal form of a document's report, and where in it the document lies. */
  const placeOf = (position: number) => {
    const report = reports[shared.report[position] ?? 0];
    if (report === undefined) return null;
    const lies = lean.text(report.number);
    const ordinal = position - report.base;
    return { lies, from: startAt(lies.ends, ordinal), end: lies.ends[ordinal] ?? 0 };
  };
  return {
    begins(position, folded, alone) {
      const place = placeOf(position);
      if (place === null) return false;
      const { lies, from, end } = place;
      const piece = pieceOf(lies, from, end + folded.length - 1);
      for (let at = piece.text.indexOf(folded, from - piece.start); at !== -1; at = piece.text.indexOf(folded, at + 1)) {
        if (piece.start + at >= end) return false;
        if (isPlace(lies, piece, at, at + folded.length, alone)) return true;
      }
      return false;
    },
    crosses(position, folded, alone, before) {
      const place = placeOf(position);
      if (place === null) return false;
      const { lies, from, end } = place;
      const at = end - before;
      if (at < from) return false;
      const piece = pieceOf(lies, at, at + folded.length);
      const inside = at - piece.start;
      return piece.text.startsWith(folded, inside) && isPlace(lies, piece, inside, inside + folded.length, alone);
    },
  };
}

/** A part of a normal form, from its offset `start` on, with the neighbours that say whether a figure goes on. */
interface Piece {
  readonly text: string;
  readonly start: number;
}

function pieceOf(lies: LeanText, from: number, to: number): Piece {
  const start = Math.max(0, from - NEIGHBOURS);
  return { text: lies.slice(start, to + NEIGHBOURS), start };
}

/** Whether what stands there is an occurrence: of whole source characters and whole code points, and `alone` where it must be. */
function isPlace({ seams }: LeanText, { text, start }: Piece, at: number, end: number, alone: boolean): boolean {
  if (seams.size > 0 && (seams.has(start + at) || seams.has(start + end))) return false;
  if (splitsPair(text, at) || splitsPair(text, end)) return false;
  return !alone || !isContinued(text, at, end);
}
