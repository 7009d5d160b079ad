import { type Report, summarise } from '../../model/report.ts';
import type { FacetName, FacetValue } from '../filters.ts';
import { insertFacts } from './sqlite-fact-insert.ts';
import { renumber } from './sqlite-numbered.ts';
import { textAt } from './sqlite-packed-texts.ts';
import type { ProjectedColumns, SqliteProjection } from './sqlite-projection.ts';
import { encodeReportColumns } from './sqlite-report-columns.ts';
import { type Statements, take } from './sqlite-statements.ts';
import { sumOf } from './sqlite-sum.ts';
import { chunkKey, chunksOf } from './sqlite-text.ts';

/** Stores a report whose id is not there, within the transaction that is open. */
export function insertReport(statements: Statements, report: Report, content: SqliteProjection): void {
  const documents = content.documents.ends.length;
  const number = take(statements, 'next-report', 1);
  const first = take(statements, 'next-row', documents);
  const facet = (name: FacetName, value: FacetValue) => statements.number(name, value);
  const row = [
    number,
    report.id,
    first,
    documents,
    facet('department', report.department),
    facet('district', report.district),
    facet('city', report.city),
    facet('year', report.year === null ? null : String(report.year)),
    facet('reportKind', report.reportKind),
    facet('scope', report.scope),
    content.text.length / Uint16Array.BYTES_PER_ELEMENT,
    JSON.stringify(summarise(report)),
  ] as const;
  const detail = [content.noise, content.pages, JSON.stringify(report), content.blocks] as const;
  const columns = encodeColumns(statements, content.columns);
  statements.detail.run(number, ...detail);
  for (const [index, chunk] of chunksOf(content.text).entries()) statements.text.run(chunkKey(number, index), chunk);
  statements.columns.run(number, columns);
  for (const [index, chunk] of chunksOf(content.lean.folded).entries()) statements.folded.run(chunkKey(number, index), chunk);
  statements.lean.run(number, ...content.lean.row);
  insertDocuments(statements, first, content);
  const facts = insertFacts(statements, number, content.facts);
  const { text, lean, documents: stored } = content;
  statements.report.run(...row, sumOf([...row, ...detail, text, columns, lean.folded, ...lean.row, stored.bytes, ...facts]));
}

function encodeColumns({ number }: Statements, columns: ProjectedColumns): Uint8Array {
  const column = (name: 'kind' | 'category' | 'table' | 'code') => renumber(columns[name], (value) => number(name, value));
  return encodeReportColumns({
    ...columns,
    kind: column('kind'),
    category: column('category'),
    table: column('table'),
    code: column('code'),
  });
}

function insertDocuments(statements: Statements, first: number, { documents, tokens }: SqliteProjection): void {
  for (let index = 0; index < documents.ends.length; index++) {
    statements.document.run(first + index, textAt(documents, index));
    statements.grams.run(first + index, textAt(tokens.grams, index));
    statements.singles.run(first + index, textAt(tokens.singles, index));
  }
}
