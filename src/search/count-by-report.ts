import type { Reader } from '../engine/engine.ts';
import type { Filters } from '../engine/filters.ts';
import { reportOfDocument } from '../model/document.ts';
import type { Match } from '../query/ast.ts';
import { listIds } from './list-ids.ts';

/** How many documents match in each report that has any, in source order. */
export async function countByReport(reader: Reader, match: Match, filters: Filters): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for await (const ids of listIds(reader, match, { filters, order: 'source' })) {
    for (const id of ids) {
      const report = reportOfDocument(id);
      counts.set(report, (counts.get(report) ?? 0) + 1);
    }
  }
  return counts;
}
