import { summarise } from '../../model/report.ts';
import { wholeFen } from '../../text/money.ts';
import type { FacetName, FacetValue, StoredReport } from '../engine.ts';
import { insertFacts } from './sqlite-fact-insert.ts';
import { encodeLean } from './sqlite-lean.ts';
import { type DocumentTokens, inOrder, seamedDocuments, tokensOf } from './sqlite-projection.ts';
import { encodeReportColumns } from './sqlite-report-columns.ts';
import { encodeNumbers, encodeUtf16 } from './sqlite-rows.ts';
import { type Statements, take } from './sqlite-statements.ts';
import { chunkKey, chunksOf } from './sqlite-text.ts';

/** Stores a report whose id is not there, within the transaction that is open. */
export function insertReport(statements: Statements, stored: StoredReport): void {
  const { report, text, blocks } = stored;
  const documents = inOrder(stored);
  const number = take(statements, 'next-report', 1);
  const first = take(statements, 'next-row', documents.length);
  const facet = (name: FacetName, value: FacetValue) => statements.number(name, value);
  statements.report.run(
    number,
    report.id,
    first,
    documents.length,
    facet('department', report.department),
    facet('district', report.district),
    facet('city', report.city),
    facet('year', report.year === null ? null : String(report.year)),
    facet('reportKind', report.reportKind),
    facet('scope', report.scope),
    text.text.length,
    JSON.stringify(summarise(report)),
  );
  const noise = blocks.flatMap((block) => (block.kind === 'noise' && block.noise !== 'blank' ? [block.start, block.end] : []));
  statements.detail.run(number, encodeNumbers(noise), JSON.stringify(text.pages), JSON.stringify(report), JSON.stringify(blocks));
  chunksOf(text.text).forEach((chunk, index) => {
    statements.text.run(chunkKey(number, index), encodeUtf16(chunk));
  });
  const tokens = tokensOf(documents);
  statements.columns.run(number, encodeReportColumns(columnsOf(documents, tokens, facet)));
  statements.lean.run(number, ...encodeLean(documents));
  insertDocuments(statements, first, documents, tokens);
  insertFacts(statements, number, stored);
}

function insertDocuments(
  statements: Statements,
  first: number,
  documents: StoredReport['documents'],
  tokens: readonly DocumentTokens[],
): void {
  for (const [index, { document }] of documents.entries()) {
    statements.document.run(first + index, JSON.stringify(document));
    const made = tokens[index];
    if (made === undefined) continue;
    statements.grams.run(first + index, made.grams);
    statements.singles.run(first + index, made.singles);
  }
}

function columnsOf(
  documents: StoredReport['documents'],
  tokens: readonly DocumentTokens[],
  number: (name: FacetName, value: FacetValue) => number,
) {
  const seamed = seamedDocuments(documents);
  const fen = documents.flatMap((document) => document.fen.map(wholeFen));
  let amounts = 0;
  return {
    start: Uint32Array.from(documents, ({ document }) => document.start),
    end: Uint32Array.from(documents, ({ document }) => document.end),
    kind: Uint32Array.from(documents, ({ document }) => number('kind', document.kind)),
    category: Uint32Array.from(documents, ({ document }) => number('category', document.category)),
    table: Uint32Array.from(documents, ({ document }) => number('table', document.table)),
    code: Uint32Array.from(documents, ({ document }) => number('code', document.code)),
    amountEnd: Uint32Array.from(documents, (document) => {
      amounts += document.fen.length;
      return amounts;
    }),
    seamed: Uint32Array.from(seamed, (is) => (is ? 1 : 0)),
    length: Uint32Array.from(documents, ({ words }) => words.text.length),
    edge: Uint32Array.from(tokens, ({ edge }) => edge),
    fen: Float64Array.from(fen),
  };
}
