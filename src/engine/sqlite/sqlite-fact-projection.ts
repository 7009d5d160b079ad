import { InvalidInputError } from '../../errors.ts';
import type { Document } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import { fenOf, wholeFen } from '../../text/money.ts';
import type { ReportContent } from '../engine.ts';
import type { ReportFacts } from './sqlite-fact-columns.ts';
import { type FactList, writeName } from './sqlite-fact-values.ts';
import { type Numbered, numberValues } from './sqlite-numbered.ts';
import { type PackedTexts, packTexts } from './sqlite-packed-texts.ts';

/** The facts of a report in the order of the text: each as JSON, and their columns with values that have no numbers of the database yet. */
export interface ProjectedFacts extends Omit<ReportFacts, FactList>, Readonly<Record<FactList, Numbered>> {
  readonly json: PackedTexts;
}

/** Facts that are not of the report, or name no document of it, are refused. */
export function projectFacts(content: ReportContent): ProjectedFacts {
  const documents = new Map(content.documents.map(({ document }) => [document.id, document]));
  const facts = content.facts.toSorted((a, b) => a.start - b.start);
  const stating = facts.map((fact) => documentOf(fact, content.id, documents));
  const numbered = (value: (fact: Fact) => string | null) => numberValues(facts.map(value));
  return {
    json: packTexts(facts.values().map((fact) => JSON.stringify(fact))),
    document: Uint32Array.from(stating, ({ start }) => start),
    name: numbered(writeName),
    measure: numbered(({ measure }) => measure),
    period: numbered(({ period }) => period),
    table: numbered(({ table }) => table),
    category: numberValues(stating.map(({ category }) => category)),
    kind: numberValues(stating.map(({ kind }) => kind)),
    fen: Float64Array.from(facts, fenOfFact),
    plain: Float64Array.from(facts, ({ yuan, value }) => (yuan === null ? Number.parseFloat(value) : Number.NaN)),
  };
}

function documentOf({ id, report, document }: Fact, reportId: string, documents: ReadonlyMap<string, Document>): Document {
  const found = documents.get(document);
  if (found === undefined || report !== reportId)
    throw new InvalidInputError('facts', `fact ${id} names document ${document}, which is not in report ${reportId}`);
  return found;
}

function fenOfFact({ yuan }: Fact): number {
  const fen = yuan === null ? null : fenOf(yuan);
  return fen === null ? Number.NaN : wholeFen(fen);
}
