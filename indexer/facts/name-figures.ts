import type { Document } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';

/** Documents with what the facts say of them: the measures of their amounts, and the code of the one item that a passage is about. */
export function nameFigures(documents: readonly Document[], facts: readonly Fact[]): Document[] {
  const byDocument = Map.groupBy(facts, (fact) => fact.document);
  return documents.map((document) => {
    const own = byDocument.get(document.id);
    return own === undefined ? document : { ...document, ...codeOf(document, own), amounts: measured(document, own) };
  });
}

function measured({ amounts }: Document, facts: readonly Fact[]): Document['amounts'] {
  const measures = new Map(facts.map((fact) => [fact.start, fact.measure]));
  return amounts.map((amount) => ({ ...amount, measure: measures.get(amount.start) ?? amount.measure }));
}

/** A printed code wins, and so does its row; items of two codes decide nothing. */
function codeOf(document: Document, facts: readonly Fact[]): Pick<Document, 'code' | 'codeName' | 'codeInferred'> | null {
  if (document.code !== null || document.row !== null) return null;
  const items = facts.filter(({ from }) => from === 'line-item' || from === 'structure');
  const [first] = items;
  if (first === undefined || first.code === null || items.some(({ code }) => code !== first.code)) return null;
  return { code: first.code, codeName: first.item, codeInferred: first.codeInferred };
}
