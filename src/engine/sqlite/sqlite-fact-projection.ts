import type { Fact } from '../../model/fact.ts';
import { fenOf, wholeFen } from '../../text/money.ts';
import { factsInOrder } from '../content.ts';
import type { ReportContent } from '../engine.ts';
import type { ReportFacts } from './sqlite-fact-columns.ts';
import { type FactList, writeName } from './sqlite-fact-values.ts';
import { type Numbered, numberValues } from './sqlite-numbered.ts';
import { type PackedTexts, packTexts } from './sqlite-packed-texts.ts';
import { factTuples } from './sqlite-tuples.ts';

/** The facts of a report in the order of the text: each as a tuple, and their columns with values that have no numbers of the database yet. */
export interface ProjectedFacts extends Omit<ReportFacts, FactList>, Readonly<Record<FactList, Numbered>> {
  readonly tuples: PackedTexts;
}

/** Facts that are not of the report, or name no document of it, are refused. */
export function projectFacts(content: ReportContent): ProjectedFacts {
  const stated = factsInOrder(content);
  const facts = stated.map(({ fact }) => fact);
  const numbered = (value: (fact: Fact) => string | null) => numberValues(facts.map(value));
  return {
    tuples: packTexts(facts.values().map(factTuples.write)),
    document: Uint32Array.from(stated, ({ document }) => document.start),
    name: numbered(writeName),
    measure: numbered(({ measure }) => measure),
    period: numbered(({ period }) => period),
    table: numbered(({ table }) => table),
    category: numberValues(stated.map(({ document }) => document.category)),
    kind: numberValues(stated.map(({ document }) => document.kind)),
    fen: Float64Array.from(facts, fenOfFact),
    plain: Float64Array.from(facts, ({ yuan, value }) => (yuan === null ? Number.parseFloat(value) : Number.NaN)),
  };
}

function fenOfFact({ yuan }: Fact): number {
  const fen = yuan === null ? null : fenOf(yuan);
  return fen === null ? Number.NaN : wholeFen(fen);
}
