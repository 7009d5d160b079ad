import type { DatabaseSync } from 'node:sqlite';
import { windowOf } from '../../text/window.ts';
import type { StoredDocument } from './sqlite-asks.ts';
import type { Columns } from './sqlite-columns.ts';
import { textOf } from './sqlite-rows.ts';
import type { OpenText } from './sqlite-windows.ts';

/** Reads the documents at some positions, each with its window. */
export type ReadDocuments = (positions: readonly number[], ahead: number) => StoredDocument[];

export function createDocumentReading(db: DatabaseSync, { shared, reports }: Columns, open: OpenText): ReadDocuments {
  const read = db.prepare('select data from document where row = ?');
  const readSummary = db.prepare('select summary from report where number = ?');
  return (positions, ahead) => {
    const summaries = new Map<number, string>();
    return positions.flatMap((position) => {
      const report = reports[shared.report[position] ?? 0];
      if (report === undefined) return [];
      const summary = summaries.get(report.number) ?? textOf(readSummary.get(report.number)?.summary);
      summaries.set(report.number, summary);
      const document = textOf(read.get(report.first + position - report.base)?.data);
      const span = { start: shared.start[position] ?? 0, end: shared.end[position] ?? 0 };
      return [{ document, summary, window: windowOf(open(report.number, report.length), span, ahead) }];
    });
  };
}
