import type { Engine } from '../../src/engine/engine.ts';
import type { Hit, SearchAnswer } from '../../src/search/answer.ts';
import { type SearchRequest, searchRequestSchema } from '../../src/search/request.ts';
import { runSearch } from '../../src/search/run-search.ts';

/** A request with everything else as it is by default. */
export const request = (parameters: Partial<SearchRequest>): SearchRequest => searchRequestSchema.parse(parameters);

/** A search in process. */
export const ask = (engine: Engine, parameters: Partial<SearchRequest>): Promise<SearchAnswer> => runSearch(engine, request(parameters));

/** Every hit of all pages, in order. */
export async function askAll(engine: Engine, parameters: Partial<SearchRequest>): Promise<Hit[]> {
  const hits: Hit[] = [];
  const size = parameters.size ?? 100;
  for (let page = 1; ; page++) {
    const answer = await ask(engine, { ...parameters, size, page, facets: 'none' });
    hits.push(...answer.hits);
    if (page >= answer.pages) return hits;
  }
}

const single = new Set(['q', 'match', 'min', 'max', 'sort']);

/** The request that a page's URL asks for. */
export function requestOf(url: string): SearchRequest {
  const parameters = new URL(url, 'http://localhost').searchParams;
  const read: Record<string, unknown> = {};
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    if (single.has(name)) read[name] = values[0];
    else if (name === 'page' || name === 'size') read[name] = Number(values[0]);
    else if (name === 'group' || name === 'explain') read[name] = values[0] === '1';
    else if (name === 'facets') read[name] = values[0] === 'none' ? 'none' : values[0]?.split(',');
    else read[name] = values;
  }
  return searchRequestSchema.parse(read);
}
