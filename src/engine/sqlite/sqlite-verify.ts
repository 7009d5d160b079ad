import type { Columns } from './sqlite-columns.ts';
import type { LeanStore } from './sqlite-lean.ts';

/** Checks on the text what grams don't decide. */
export interface Verifier {
  /** Whether any document is touched by a place where no occurrence may begin or end. */
  readonly seams: boolean;
  /** Whether an occurrence of `folded` begins in the document at `position`. */
  begins(position: number, folded: string, alone: boolean): boolean;
}

export function createVerifier({ shared, reports }: Columns, lean: LeanStore): Verifier {
  return {
    seams: shared.seamed.includes(1),
    begins(position, folded, alone) {
      const report = reports[shared.report[position] ?? 0];
      if (report === undefined) return false;
      const { folded: text, ends, seams } = lean.text(report.number);
      const ordinal = position - report.base;
      const from = ordinal === 0 ? 0 : (ends[ordinal - 1] ?? 0);
      const reach = text.slice(from, (ends[ordinal] ?? 0) + folded.length - 1);
      for (let found = reach.indexOf(folded); found !== -1; found = reach.indexOf(folded, found + 1)) {
        const at = from + found;
        const end = at + folded.length;
        if (seams.size > 0 && (seams.has(at) || seams.has(end))) continue;
        if (splitsPair(text, at) || splitsPair(text, end)) continue;
        if (!alone || !(goesOnBefore(text, at) || goesOnAfter(text, end))) return true;
      }
      return false;
    },
  };
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isMark = (code: number): boolean => code === 46 || code === 44;

/** A digit, or a point or comma and a digit. */
const goesOnAfter = (text: string, end: number): boolean =>
  isDigit(text.charCodeAt(end)) || (isMark(text.charCodeAt(end)) && isDigit(text.charCodeAt(end + 1)));

const goesOnBefore = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at - 1)) || (isMark(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at - 2)));

/** Literals are of whole code points: half a surrogate pair is no place. */
function splitsPair(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
