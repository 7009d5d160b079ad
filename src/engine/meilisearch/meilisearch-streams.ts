import { NEIGHBOURS } from '../../text/continued.ts';
import { isHigh, isLow } from '../../text/surrogates.ts';
import type { AnalysedDocument } from '../engine.ts';

/** UTF-16 units of what follows a document that are stored with it, so that literals of this length are checked without another question. */
const followLength = 48;

/** What stands around a document in the report's normal form. */
export interface Stream {
  readonly before: string;
  readonly follow: string;
  /** `follow` reaches the end of the report. */
  readonly last: boolean;
  /** Offsets in the document and what follows at which no occurrence may begin or end. */
  readonly seams: readonly number[];
  /** Grams do not decide what it holds: a seam lies in it or behind it, or its border parts a pair. */
  readonly seamed: boolean;
}

/** Of the document at `index`: what follows is taken from the documents that come next, whole whatever folding dropped between. */
export function streamOf(documents: readonly AnalysedDocument[], index: number): Stream {
  const { folded, seams: own } = documents[index] ?? { folded: '', seams: [] };
  let [follow, next] = ['', index + 1];
  const barred = [...own];
  for (; next < documents.length && follow.length < followLength; next++) {
    const following = documents[next];
    if (following === undefined) break;
    const base = folded.length + follow.length;
    barred.push(...following.seams.map((seam) => seam + base));
    follow += following.folded;
  }
  const before = charactersBefore(documents, index);
  const end = folded.length + Math.min(follow.length, followLength);
  const seams = barred.filter((seam) => seam <= end);
  return {
    before,
    follow: follow.slice(0, followLength),
    last: next >= documents.length && follow.length <= followLength,
    seams,
    seamed: seams.length > 0 || (isLow(folded.charCodeAt(0)) && isHigh(before.charCodeAt(before.length - 1))),
  };
}

/** The units before a document that say whether a figure goes on into it. */
function charactersBefore(documents: readonly AnalysedDocument[], index: number): string {
  let text = '';
  for (let at = index - 1; at >= 0 && text.length < NEIGHBOURS; at--) text = (documents[at]?.folded ?? '') + text;
  return text.slice(-NEIGHBOURS);
}
