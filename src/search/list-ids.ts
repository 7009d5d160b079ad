import type { MatchRequest, Reader } from '../engine/engine.ts';
import type { Match } from '../query/ast.ts';

/** Listing millions of documents takes longer than a page of a search. */
export const LISTING_MS = 30_000;

/** Ids asked for at once. */
const AT_ONCE = 250_000;

/** The ids of all documents that match, batch by batch. Ids begin with the report (see documentId). */
export async function* listIds(
  reader: Reader,
  match: Match,
  listing: Pick<MatchRequest, 'filters' | 'order' | 'without'>,
): AsyncGenerator<readonly string[]> {
  for (let from = 0; ; from += AT_ONCE) {
    const { ids } = await reader.match(match, { ...listing, facets: [], from, size: AT_ONCE });
    yield ids;
    if (ids.length < AT_ONCE) return;
  }
}
