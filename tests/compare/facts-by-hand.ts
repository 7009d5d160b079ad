import type { StoredReport } from '../../src/engine/engine.ts';
import type { FoundFact } from '../../src/engine/facts.ts';
import type { Fact } from '../../src/model/fact.ts';
import { type ReportSummary, summarise } from '../../src/model/report.ts';
import { toYuan } from '../../src/text/money.ts';
import { type SmallReport, storeLines } from '../search/small-index.ts';

/** A figure as a line prints it: "131.79万元". */
export interface Said extends Partial<Omit<Fact, 'text' | 'value' | 'unit' | 'yuan'>> {
  readonly line: number;
  readonly text: string;
  readonly negative?: boolean;
}

// 1,361,142.00元 12辆 98.5%
const FIGURE = /^([\d,.]+)(.*)$/;

/** A small report whose lines state these facts; each fact is anchored on its text in its line. */
export function storeFacts(small: SmallReport, said: readonly Said[]): StoredReport {
  const stored = storeLines(small);
  const facts = said.map((one, n) => makeFact(stored, one, n));
  return { ...stored, report: { ...stored.report, facts: facts.length }, facts };
}

function makeFact({ report, text, documents }: StoredReport, { line, text: printed, negative = false, ...rest }: Said, n: number): Fact {
  const document = documents[line]?.document;
  if (document === undefined) throw new Error(`no line ${line}`);
  const start = text.text.indexOf(printed, document.start);
  if (start < 0) throw new Error(`line ${line} does not print ${printed}`);
  const [, digits = '', unit = ''] = FIGURE.exec(printed) ?? [];
  const value = `${negative ? '-' : ''}${digits.replaceAll(',', '')}`;
  return {
    id: `${document.id}-${n}`,
    report: report.id,
    document: document.id,
    from: 'figure',
    item: '住房公积金',
    figure: null,
    code: '2210201',
    codeInferred: false,
    subject: [],
    measure: '决算',
    period: report.year === null ? null : String(report.year),
    fund: null,
    part: null,
    side: null,
    table: null,
    column: null,
    text: printed,
    value,
    unit: unit === '' ? null : unit,
    yuan: unit === '' ? null : toYuan(value, unit),
    start,
    end: start + printed.length,
    ...rest,
  };
}

/** As the engine hands them out. */
export function foundFacts(stored: StoredReport): FoundFact[] {
  const report: ReportSummary = summarise(stored.report);
  return stored.facts.map((fact) => ({ fact, report }));
}
