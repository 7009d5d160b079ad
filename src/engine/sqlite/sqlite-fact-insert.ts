import { InvalidInputError } from '../../errors.ts';
import type { Fact } from '../../model/fact.ts';
import { fenOf, wholeFen } from '../../text/money.ts';
import type { StoredReport } from '../engine.ts';
import { encodeReportFacts, type ReportFacts } from './sqlite-fact-columns.ts';
import { writeName } from './sqlite-fact-values.ts';
import { type Statements, take } from './sqlite-statements.ts';

/** Stores the facts of the report `number`, within the transaction that is open. */
export function insertFacts(statements: Statements, number: number, stored: StoredReport): void {
  const facts = factsInOrder(stored);
  const first = take(statements, 'next-fact', facts.length);
  statements.reportFacts.run(number, first, facts.length, encodeReportFacts(columnsOf(statements, facts, stored)));
  facts.forEach((fact, index) => {
    statements.fact.run(first + index, JSON.stringify(fact));
  });
}

/** Facts in the order of the text. One that is not of the report, or names no document of it, is refused. */
function factsInOrder({ report, documents, facts }: StoredReport): readonly Fact[] {
  const known = new Set(documents.map(({ document }) => document.id));
  for (const { id, report: of, document } of facts) {
    if (of !== report.id || !known.has(document)) {
      throw new InvalidInputError('facts', `fact ${id} names document ${document}, which is not in report ${report.id}`);
    }
  }
  return facts.toSorted((a, b) => a.start - b.start);
}

function columnsOf({ factNumber }: Statements, facts: readonly Fact[], { documents }: StoredReport): ReportFacts {
  const byId = new Map(documents.map(({ document }) => [document.id, document]));
  const documentOf = (fact: Fact) => byId.get(fact.document);
  const column = (numberOf: (fact: Fact) => number) => Uint32Array.from(facts, numberOf);
  return {
    document: column((fact) => documentOf(fact)?.start ?? 0),
    name: column((fact) => factNumber('name', writeName(fact))),
    measure: column((fact) => factNumber('measure', fact.measure)),
    period: column((fact) => factNumber('period', fact.period)),
    table: column((fact) => factNumber('table', fact.table)),
    category: column((fact) => factNumber('category', documentOf(fact)?.category ?? null)),
    kind: column((fact) => factNumber('kind', documentOf(fact)?.kind ?? null)),
    fen: Float64Array.from(facts, fenOfFact),
    plain: Float64Array.from(facts, ({ yuan, value }) => (yuan === null ? Number.parseFloat(value) : Number.NaN)),
  };
}

function fenOfFact({ yuan }: Fact): number {
  const fen = yuan === null ? null : fenOf(yuan);
  return fen === null ? Number.NaN : wholeFen(fen);
}
