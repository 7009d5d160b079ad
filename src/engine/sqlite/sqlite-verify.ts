import { isContinued } from '../../text/continued.ts';
import { splitsPair } from '../../text/surrogates.ts';
import type { Columns } from './sqlite-columns.ts';
import type { LeanStore, LeanText } from './sqlite-lean.ts';

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
    return { lies, from: ordinal === 0 ? 0 : (lies.ends[ordinal - 1] ?? 0), end: lies.ends[ordinal] ?? 0 };
  };
  return {
    begins(position, folded, alone) {
      const place = placeOf(position);
      if (place === null) return false;
      const { lies, from, end } = place;
      const reach = lies.folded.slice(from, end + folded.length - 1);
      for (let found = reach.indexOf(folded); found !== -1; found = reach.indexOf(folded, found + 1)) {
        if (isPlace(lies, from + found, from + found + folded.length, alone)) return true;
      }
      return false;
    },
    crosses(position, folded, alone, before) {
      const place = placeOf(position);
      if (place === null) return false;
      const { lies, from, end } = place;
      const at = end - before;
      return at >= from && lies.folded.startsWith(folded, at) && isPlace(lies, at, at + folded.length, alone);
    },
  };
}

/** Whether what stands there is an occurrence: of whole source characters and whole code points, and `alone` where it must be. */
function isPlace({ folded, seams }: LeanText, at: number, end: number, alone: boolean): boolean {
  if (seams.size > 0 && (seams.has(at) || seams.has(end))) return false;
  if (splitsPair(folded, at) || splitsPair(folded, end)) return false;
  return !alone || !isContinued(folded, at, end);
}
