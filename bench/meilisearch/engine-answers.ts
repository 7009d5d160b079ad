import type { Engine } from '../../src/engine/engine.ts';
import { type FacetName, noFilters } from '../../src/engine/filters.ts';
import { foldString } from '../../src/text/normal-form.ts';
import { timed } from '../figures.ts';
import type { BenchQuery } from '../queries.ts';
import type { BareIndexes } from './bare.ts';

const facets: readonly FacetName[] = ['department', 'year', 'category', 'kind'];

/** Milliseconds of each query's string as a literal: the exact total, 4 facets and 20 documents in source order, by the engine and by a bare search. */
export async function answerBoth(engine: Engine, bare: BareIndexes, queries: readonly BenchQuery[]) {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (const { request } of queries) {
    const folded = foldString(request.q);
    if (folded === '') continue;
    ours.push((await timed(() => answer(engine, folded))).ms);
    theirs.push(await bare.search(folded, facets));
  }
  return { ours, bare: theirs };
}

const answer = (engine: Engine, folded: string) =>
  engine.read(async (reader) => {
    const asked = { filters: noFilters, facets, order: 'source', from: 0, size: 20 } as const;
    const { ids } = await reader.match({ kind: 'literal', folded, alone: false }, asked);
    return reader.documents(ids, 64);
  });
