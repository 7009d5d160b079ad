import { InvalidInputError } from '../errors.ts';
import type { Block } from '../model/block.ts';
import { type Document, documentId } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { AnalysedDocument, ReportContent } from './engine.ts';

/** What every engine makes sure of before it stores a content. */

/** The documents in the order of the text. Two that begin at one place, or an id that is not made of its place, are refused. */
export function documentsInOrder({ id, documents }: Pick<ReportContent, 'id' | 'documents'>): readonly AnalysedDocument[] {
  const sorted = documents.toSorted((a, b) => a.document.start - b.document.start);
  for (const [index, { document }] of sorted.entries()) {
    if (document.report !== id || document.id !== documentId(id, document.start))
      throw new InvalidInputError('documents', `document ${document.id} is not named by report ${id} and its start ${document.start}`);
    if (sorted[index - 1]?.document.start === document.start)
      throw new InvalidInputError('documents', `two documents of report ${id} begin at ${document.start}`);
  }
  return sorted;
}

/** A fact with the document that states it. */
export interface StatedFact {
  readonly fact: Fact;
  readonly document: Document;
}

/** The facts in the order of the text. One that is not of the report, or names no document of it, is refused. */
export function factsInOrder({ id, documents, facts }: Pick<ReportContent, 'id' | 'documents' | 'facts'>): readonly StatedFact[] {
  const known = new Map(documents.map(({ document }) => [document.id, document]));
  const stated = facts.map((fact) => {
    const document = known.get(fact.document);
    if (document === undefined || fact.report !== id)
      throw new InvalidInputError('facts', `fact ${fact.id} names document ${fact.document}, which is not in report ${id}`);
    return { fact, document };
  });
  return stated.sort((a, b) => a.fact.start - b.fact.start);
}

/** Start and end of all noise, one after the other. Blanks are left out: folding drops them anyway. */
export const noiseBounds = (blocks: readonly Block[]): number[] =>
  blocks.flatMap((block) => (block.kind === 'noise' && block.noise !== 'blank' ? [block.start, block.end] : []));
