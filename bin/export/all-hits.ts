import type { Engine } from '../../src/engine/engine.ts';
import type { Hit } from '../../src/search/answer.ts';
import type { SearchRequest } from '../../src/search/request.ts';
import { runSearch } from '../../src/search/run-search.ts';

const MOST_A_PAGE = 100;

/** Every hit of a search, page after page; only one page is held at a time. */
export async function* allHits(engine: Engine, request: SearchRequest, base: string): AsyncGenerator<Hit> {
  for (let page = 1, pages = 1; page <= pages; page++) {
    const answer = await runSearch(engine, { ...request, page, size: MOST_A_PAGE, facets: 'none' }, { base });
    pages = answer.pages;
    yield* answer.hits;
  }
}
