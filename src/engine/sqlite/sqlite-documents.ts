import type { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { windowOf } from '../../text/window.ts';
import type { StoredDocument } from './sqlite-asks.ts';
import type { Columns } from './sqlite-columns.ts';
import { textOf } from './sqlite-rows.ts';
import type { OpenText } from './sqlite-windows.ts';

/** Reads the documents at some positions, each with its window. */
export type ReadDocuments = (positions: readonly number[], ahead: number) => StoredDocument[];

const keptSummaries = 5_000;

export function createDocumentReading(db: DatabaseSync, { shared, reports }: Columns, open: OpenText): ReadDocuments {
  const read = db.prepare('select data from document where row = ?');
  const readSummary = db.prepare('select summary from report where number = ?');
  const summaries = new LRUCache<number, string>({
    max: keptSummaries,
    memoMethod: (report) => textOf(readSummary.get(report)?.summary),
  });
  return (positions, ahead) =>
    positions.flatMap((position) => {
      const report = reports[shared.report[position] ?? 0];
      if (report === undefined) return [];
      const document = textOf(read.get(report.first + position - report.base)?.data);
      const span = { start: shared.start[position] ?? 0, end: shared.end[position] ?? 0 };
      return [{ document, summary: summaries.memo(report.number), window: windowOf(open(report.number, report.length), span, ahead) }];
    });
}
