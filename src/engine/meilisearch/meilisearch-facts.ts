import { z } from 'zod';
import { factSchema } from '../../model/fact.ts';
import type { FactFilters, FactOrder, FactRequest, FoundFact } from '../facts.ts';
import { type FacetFilter, facetNames } from '../filters.ts';
import { encodeValue } from './meilisearch-encode.ts';
import { boundsOf } from './meilisearch-fen.ts';
import { all, either, type Formula, is, not } from './meilisearch-formula.ts';
import { entryOfKey } from './meilisearch-reports.ts';
import { fetchDocuments, type Session } from './meilisearch-session.ts';

const sorts: { readonly [order in FactOrder]: readonly string[] } = {
  source: ['place:asc', 'number:asc'],
  value: ['group:asc', 'amount:asc', 'place:asc', 'number:asc'],
  '-value': ['group:asc', 'amount:desc', 'place:asc', 'number:asc'],
};

const storedSchema = z.object({ key: z.string(), data: z.string() });

/** Facts that meet the filters, and how many do. */
export async function answerFacts(
  session: Session,
  { filters, order, from, size }: FactRequest,
): Promise<{ total: number; facts: FoundFact[] }> {
  const query = { filter: factsPassing(session, filters), fields: ['key', 'data'], sort: sorts[order], offset: from, limit: size };
  const { total, results } = await fetchDocuments(session, query, storedSchema, 'facts');
  const facts = results.map(({ key, data }) => ({
    fact: factSchema.parse(JSON.parse(data)),
    report: entryOfKey(session.reports, key).summary,
  }));
  return { total, facts };
}

const among = (field: string, values: readonly (string | null)[]): Formula => either(values.map((value) => is(field, encodeValue(value))));

/** The facts that meet all filters, in one filter of the server. */
export function factsPassing({ visible }: Session, { facets, reports, codes, names, measures, periods, fen }: FactFilters): Formula {
  const facetParts = facetNames.flatMap((name) => {
    const filter = name === 'code' ? undefined : facets[name];
    return filter === undefined ? [] : [passing(filter, (values) => among(name, values))];
  });
  return all([
    visible,
    ...facetParts,
    passing(codes, (prefixes) => either(prefixes.map((prefix) => (prefix === null ? among('code', [null]) : among('prefixes', [prefix]))))),
    ...(reports.length === 0 ? [] : [either(reports.map((id) => is('report', id)))]),
    ...(names === null
      ? []
      : [either([among('item', names.items), all([among('figure', names.figures), among('code', [null])]), among('code', names.codes)])]),
    ...(measures.length === 0 ? [] : [among('measure', measures)]),
    ...(periods.length === 0 ? [] : [among('period', periods)]),
    ...(fen === null ? [] : [{ kind: 'range', field: 'fen', ...boundsOf(fen) } as const]),
  ]);
}

const passing = ({ include, exclude }: FacetFilter, formulaOf: (values: FacetFilter['include']) => Formula): Formula =>
  all([...(include.length === 0 ? [] : [formulaOf(include)]), ...(exclude.length === 0 ? [] : [not(formulaOf(exclude))])]);
