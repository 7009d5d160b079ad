import type { Engine } from '../../src/engine/engine.ts';
import type { Span } from '../../src/model/span.ts';
import { type matchModes, searchRequestSchema } from '../../src/search/request.ts';
import { runSearch } from '../../src/search/run-search.ts';

type MatchMode = (typeof matchModes)[number];

/** All matches of a query in one report, in order. `more`: there are more documents than were looked at. */
export interface ReportMatches {
  readonly matches: readonly Span[];
  readonly more: boolean;
}

const PAGE = 100;
/** Documents looked at: a query that matches more of one report is not read place by place. */
const MOST_PAGES = 10;

/** Without `match` the words as typed are looked for first, as in any reader, and the levels of a search only where they stand nowhere. */
export async function findMatches(engine: Engine, report: string, q: string, match: MatchMode | undefined): Promise<ReportMatches> {
  if (q.trim() === '') return { matches: [], more: false };
  const literal = await readMatches(engine, report, q, match ?? 'literal');
  return match === undefined && literal.matches.length === 0 ? readMatches(engine, report, q, 'auto') : literal;
}

async function readMatches(engine: Engine, report: string, q: string, match: MatchMode): Promise<ReportMatches> {
  const matches: Span[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const request = searchRequestSchema.parse({ q, match, report: [report], sort: 'source', page, size: PAGE, facets: 'none' });
    const answer = await runSearch(engine, request);
    matches.push(...answer.hits.flatMap((hit) => hit.source.matches.map(([start, end]) => ({ start, end }))));
    if (page >= answer.pages) return { matches: inOrder(matches), more: false };
  }
  return { matches: inOrder(matches), more: true };
}

const inOrder = (matches: readonly Span[]): readonly Span[] => matches.toSorted((a, b) => a.start - b.start || a.end - b.end);
