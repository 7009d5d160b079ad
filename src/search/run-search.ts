import type { Engine, MatchAnswer, Reader } from '../engine/engine.ts';
import { type ParsedQuery, parseQuery } from '../query/parse.ts';
import { foldString } from '../text/normal-form.ts';
import type { Hit, Level, SearchAnswer } from './answer.ts';
import { askLevels, chooseLevel, hasOnlyReports, levelFilters, totalsOf } from './choose-level.ts';
import { type Conditions, resolveConditions } from './conditions.ts';
import { facetsToCount, makeFacets } from './facets.ts';
import { levelOfHit } from './hit-level.ts';
import { type IndexFacts, indexFacts } from './index-facts.ts';
import { type LevelledQuery, levelQuery, literalMatch, positiveTerms, wordsToCount } from './levels.ts';
import { makeHit } from './make-hit.ts';
import { openDocuments } from './open-documents.ts';
import type { SearchRequest } from './request.ts';
import { readPage } from './result-order.ts';
import type { Search } from './search.ts';
import { shownTerms } from './shown-terms.ts';
import { matchSpans } from './spans.ts';
import { explainSilence } from './why.ts';

export interface SearchOptions {
  /** Put before every URL: the sub-path or address under which the pages live. */
  readonly base?: string;
}

/**
 * From a request to its answer: read the query, look up its filters, choose the level, count, order, show.
 * Throws InvalidInputError for `min` or `max` that are no amounts, EngineUnavailableError when the engine takes too long; no query makes it throw.
 */
export async function runSearch(engine: Engine, request: SearchRequest, { base = '' }: SearchOptions = {}): Promise<SearchAnswer> {
  const began = performance.now();
  return engine.read(async (reader) => {
    const facts = indexFacts(engine, reader);
    const known = await facts.values();
    const parsed = parseQuery(request.q);
    const conditions = resolveConditions(request, parsed, known);
    const levelled = await readLevels(parsed, facts);
    const { level, answer, counts } = await countLevels(reader, levelled, conditions, request);
    const search: Search = { request, parsed, conditions, levelled, level, counts, base };
    const hits = await readHits(reader, search);
    const why = answer.total === 0 ? { reasons: await explainSilence(reader, search) } : null;
    return {
      query: { text: request.q, terms: shownTerms(parsed, conditions), warnings: [...parsed.warnings, ...conditions.warnings] },
      total: answer.total,
      exact: answer.exact,
      level,
      levels: counts,
      page: request.page,
      size: request.size,
      pages: Math.ceil(answer.total / request.size),
      tookMs: roundTime(performance.now() - began),
      engine: { name: engine.name, build: reader.build },
      hits,
      facets: makeFacets(answer.counts, { request, conditions, known, base }),
      why,
    };
  });
}

const roundTime = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

/** A word in more than this share of the documents tells nothing apart. */
const COMMON_SHARE = 0.05;

async function readLevels({ query }: ParsedQuery, facts: IndexFacts): Promise<LevelledQuery> {
  const words = wordsToCount(query);
  const most = COMMON_SHARE * (await facts.size());
  const counts = await Promise.all(words.map((word) => facts.count(literalMatch(word), word)));
  const informative = new Set(words.filter((_, n) => (counts[n] ?? 0) <= most));
  return levelQuery(query, (word) => informative.has(word));
}

interface Counted {
  readonly level: Level;
  readonly answer: MatchAnswer;
  readonly counts: Readonly<Record<Level, number>>;
}

/** Counts every level with the filters on. The level is chosen without them, so where there are any the levels are counted that way too. */
async function countLevels(reader: Reader, levelled: LevelledQuery, { filters }: Conditions, request: SearchRequest): Promise<Counted> {
  const plain = { filters, facets: [], order: 'source', from: 0, size: 0 } as const;
  const isOpen = request.match !== 'auto' || hasOnlyReports(filters);
  const [filtered, open] = await Promise.all([
    askLevels(reader, levelled, plain),
    isOpen ? null : askLevels(reader, levelled, { ...plain, filters: levelFilters(filters) }),
  ]);
  const level = chooseLevel(request, totalsOf(open ?? filtered));
  const facets = facetsToCount(request);
  const answer = facets.length === 0 ? filtered[level] : await reader.match(levelled.matches[level], { ...plain, facets });
  return { level, answer, counts: totalsOf(filtered) };
}

async function readHits(reader: Reader, search: Search): Promise<Hit[]> {
  const { parsed, levelled, base } = search;
  const places = await readPage(reader, search);
  const longest = Math.max(0, ...positiveTerms(parsed.query).map((term) => foldString(term.text).length));
  const opened = await openDocuments(
    reader,
    places.map(({ id }) => id),
    longest,
  );
  return places.flatMap((place) => {
    const document = opened.get(place.id);
    if (!document) return [];
    const level = place.level ?? levelOfHit(document, levelled);
    const spans = matchSpans(document, parsed.query, levelled, level);
    return [makeHit(document.found, { level, score: place.score, spans }, base)];
  });
}
