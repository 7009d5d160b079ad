import type { Columns } from './sqlite-columns.ts';
import type { ReadLean } from './sqlite-lean.ts';

/** Checks on the text what grams don't decide. */
export interface Verifier {
  /** Whether any document is touched by a place where no occurrence may begin or end. */
  readonly seams: boolean;
  /** Whether an occurrence of `folded` begins in the document at `position`. */
  begins(position: number, folded: string, alone: boolean): boolean;
}

/** A digit, or a point or comma and a digit. */
const CONTINUES_AFTER = /^[.,]?\d/;
const CONTINUES_BEFORE = /\d[.,]?$/;
const neighbours = 2;

export function createVerifier(columns: Columns, lean: ReadLean): Verifier {
  const { shared, reports } = columns;

  /** The stream of the report from this document on, at least `length` characters of it where there are so many. */
  const streamFrom = (position: number, length: number) => {
    const end = endOf(columns, position);
    const { folded, seams } = lean(position);
    let text = folded;
    let barred = seams;
    for (let next = position + 1; next < end && text.length < length; next++) {
      const following = lean(next);
      if (following.seams.size > 0) barred = new Set([...barred, ...[...following.seams].map((seam) => seam + text.length)]);
      text += following.folded;
    }
    return { text, own: folded.length, barred };
  };

  const charactersBefore = (position: number): string => {
    const base = reports[shared.report[position] ?? 0]?.base ?? 0;
    let text = '';
    for (let before = position - 1; before >= base && text.length < neighbours; before--) text = lean(before).folded + text;
    return text.slice(-neighbours);
  };

  return {
    seams: shared.seamed.includes(1),
    begins(position, folded, alone) {
      const { text, own, barred } = streamFrom(position, lean(position).folded.length + folded.length + neighbours);
      const before = alone ? charactersBefore(position) : '';
      for (let at = text.indexOf(folded); at !== -1 && at < own; at = text.indexOf(folded, at + 1)) {
        const end = at + folded.length;
        if (barred.has(at) || barred.has(end) || splitsPair(text, at) || splitsPair(text, end)) continue;
        if (
          !alone ||
          !(
            CONTINUES_AFTER.test(text.slice(end, end + neighbours)) ||
            CONTINUES_BEFORE.test((before + text.slice(0, at)).slice(-neighbours))
          )
        )
          return true;
      }
      return false;
    },
  };
}

function endOf({ shared, reports }: Columns, position: number): number {
  const report = reports[shared.report[position] ?? 0];
  return report === undefined ? shared.size : report.base + report.documents;
}

/** Literals are of whole code points: half a surrogate pair is no place. */
function splitsPair(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
