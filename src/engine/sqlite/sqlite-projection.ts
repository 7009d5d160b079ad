import { InvalidInputError } from '../../errors.ts';
import { documentId } from '../../model/document.ts';
import { gramsOfCharacters } from '../../text/grams.ts';
import type { AnalysedDocument, StoredReport } from '../engine.ts';
import { encodeCharacters, hashGram } from './sqlite-tokens.ts';

/** An edge reaches so many characters past the end of its document; the last gram of the document one. */
const lookAhead = 2;

/** What is indexed of one document: tokens between spaces, and its edge. */
export interface DocumentTokens {
  readonly grams: string;
  readonly singles: string;
  readonly edge: number;
}

/** The hash of the last character of a document and the two that follow it: what a string has in it that begins here and runs on. 0: nothing follows. */
export const edgeOf = (last: string | undefined, next: string | undefined, afterNext: string | undefined): number =>
  last === undefined || next === undefined || afterNext === undefined ? 0 : hashGram(last + next + afterNext);

/** The documents in the order of the text. Two that begin at one place, or an id that is not made of its place, are refused. */
export function inOrder({ report, documents }: StoredReport): readonly AnalysedDocument[] {
  const sorted = documents.toSorted((a, b) => a.document.start - b.document.start);
  sorted.forEach(({ document }, index) => {
    if (document.report !== report.id || document.id !== documentId(report.id, document.start)) {
      throw new InvalidInputError(
        'documents',
        `document ${document.id} is not named by report ${report.id} and its start ${document.start}`,
      );
    }
    if (sorted[index - 1]?.document.start === document.start) {
      throw new InvalidInputError('documents', `two documents of report ${report.id} begin at ${document.start}`);
    }
  });
  return sorted;
}

/** Tokens of each document in order; the look-ahead is taken from the documents that follow, so that it is whole whatever folding dropped. */
export function tokensOf(documents: readonly AnalysedDocument[]): DocumentTokens[] {
  const characters = documents.map(({ folded }) => encodeCharacters(folded));
  return characters.map((own, index) => {
    const ahead: string[] = [];
    for (let next = index + 1; ahead.length < lookAhead && next < characters.length; next++) {
      ahead.push(...(characters[next] ?? []).slice(0, lookAhead - ahead.length));
    }
    return {
      grams: gramsOfCharacters(own, ahead, 2).own.join(' '),
      singles: [...new Set(own)].join(' '),
      edge: edgeOf(own.at(-1), ahead[0], ahead[1]),
    };
  });
}

/** Which documents hold or reach over a place where no occurrence may begin or end; for them grams alone do not decide. */
export function seamedDocuments(documents: readonly AnalysedDocument[]): boolean[] {
  const longest = 32;
  let base = 0;
  const seams: number[] = [];
  const bases = documents.map(({ folded, seams: own }) => {
    for (const seam of own) if (seam < folded.length) seams.push(base + seam);
    base += folded.length;
    return base - folded.length;
  });
  let next = 0;
  return documents.map(({ folded }, index) => {
    const start = bases[index] ?? 0;
    while (next < seams.length && (seams[next] ?? 0) < start) next++;
    const seam = seams[next];
    return seam !== undefined && seam <= start + folded.length + longest;
  });
}
