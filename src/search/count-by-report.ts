import type { Reader } from '../engine/engine.ts';
import type { Filters } from '../engine/filters.ts';
import { reportOfDocument } from '../model/document.ts';
import type { Match } from '../query/ast.ts';

/** Ids asked for at once. */
const AT_ONCE = 250_000;

/** How many documents match in each report that has any, in source order. Ids begin with the report (see documentId). */
export async function countByReport(reader: Reader, match: Match, filters: Filters): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (let from = 0; ; from += AT_ONCE) {
    const { ids } = await reader.match(match, { filters, facets: [], order: 'source', from, size: AT_ONCE });
    for (const id of ids) {
      const report = reportOfDocument(id);
      counts.set(report, (counts.get(report) ?? 0) + 1);
    }
    if (ids.length < AT_ONCE) return counts;
  }
}
