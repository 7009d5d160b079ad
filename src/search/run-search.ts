import { setImmediate } from 'node:timers/promises';
import type { Engine, Reader } from '../engine/engine.ts';
import type { SearchAnswer } from './answer.ts';
import { type Census, censusOf } from './census.ts';
import { describeSearch } from './describe-search.ts';
import { facetsToCount, makeFacets } from './facets.ts';
import { countLevels, readRequest, type Search } from './prepare-search.ts';
import { makeRankQuery } from './rank-query.ts';
import { readHits } from './read-hits.ts';
import { type Found, firstPlace, plainOrder, readPage } from './read-page.ts';
import type { SearchRequest } from './request.ts';
import { shownTerms } from './shown-terms.ts';
import { rankFirst } from './tiers.ts';
import { explainSilence } from './why.ts';

export interface SearchOptions {
  /** Put before every URL: the sub-path or address under which the pages live. */
  readonly base?: string;
}

/**
 * From a request to its answer: read the query and count its levels, order, show, count facets, say why there is nothing.
 * `total` counts documents; `pages` are those of `size` places each (with `group=1` a group of near-identical places is one place).
 * Throws InvalidInputError for `min` or `max` that are no amounts, EngineUnavailableError when the engine takes too long; no query makes it throw.
 */
export async function runSearch(engine: Engine, request: SearchRequest, { base = '' }: SearchOptions = {}): Promise<SearchAnswer> {
  const began = performance.now();
  return engine.read(async (reader) => {
    const census = censusOf(engine, reader);
    const { search, found } = await countAndFind(reader, census, request);
    const known = await census.values();
    const [facets, { page, hits }] = await Promise.all([readFacets(reader, search, base, known), readPlaces(reader, search, found, base)]);
    const why = search.answer.total === 0 ? { reasons: await explainSilence(reader, census, search, base) } : null;
    const { parsed, conditions, level, counts, answer } = search;
    return {
      query: {
        text: request.q,
        terms: shownTerms(search, known.get('department') ?? [], base),
        warnings: [...parsed.warnings, ...conditions.warnings],
        sentence: describeSearch(parsed, conditions),
      },
      total: answer.total,
      exact: answer.exact,
      level,
      levels: counts,
      page: request.page,
      size: request.size,
      pages: Math.ceil(page.places / request.size),
      tookMs: roundTime(performance.now() - began),
      engine: { name: engine.name, build: reader.build },
      hits,
      facets,
      why,
    };
  });
}

/** Counts the levels; what is wanted next is asked in the same breath, before it is known which level is chosen, and ranked while they are
 * counted. */
async function countAndFind(
  reader: Reader,
  census: Census,
  request: SearchRequest,
): Promise<{ readonly search: Search; readonly found: Found }> {
  const read = await readRequest(census, request);
  const { parsed, levelled, conditions } = read;
  const query = await makeRankQuery(parsed.query, levelled.readings, census);
  const order = plainOrder(request, query);
  const page = order === null ? { order: 'source' as const, from: 0, size: 0 } : { order, from: firstPlace(request), size: request.size };
  const [first, search] = await Promise.all([
    order === null ? rankFirst(reader, levelled.matches.literal, conditions.filters, query) : null,
    countLevels(reader, read, { facets: facetsToCount(request), ...page }),
  ]);
  return { search, found: { query, first } };
}

async function readPlaces(reader: Reader, search: Search, found: Found, base: string) {
  const page = await readPage(reader, search, found);
  const read = await readHits(reader, search, page.shown, base);
  return { page, hits: read.map(({ hit }) => hit) };
}

const roundTime = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

async function readFacets(
  reader: Reader,
  search: Search,
  base: string,
  known: Awaited<ReturnType<Reader['values']>>,
): Promise<SearchAnswer['facets']> {
  const { request, conditions, levelled, level } = search;
  const facets = facetsToCount(request);
  if (facets.length === 0) return {};
  const wanted = { filters: conditions.filters, facets, order: 'source', from: 0, size: 0 } as const;
  const { counts } = search.isWhole ? search.answer : await reader.match(levelled.matches[level], wanted);
  // What is asked of the engine beside goes first: facets are made while it reads the documents.
  await setImmediate();
  return makeFacets(counts, { request, conditions, known, base });
}
