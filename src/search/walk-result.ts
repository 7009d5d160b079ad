import type { Engine, Reader } from '../engine/engine.ts';
import type { Periods } from '../engine/periods.ts';
import type { Provenance } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import type { Hit } from './answer.ts';
import { censusOf } from './census.ts';
import { digestAt, placeUrl } from './links.ts';
import { LISTING_MS } from './list-ids.ts';
import { type ListedPlaces, listPlaces } from './list-places.ts';
import { prepareSearch, type Search } from './prepare-search.ts';
import { type ReadHit, readHits } from './read-hits.ts';
import { noPeriods, periodsReader } from './report-periods.ts';
import type { SearchRequest } from './request.ts';

/** What a taken hit says of its source beyond the hit itself. */
export interface TakenSource {
  readonly sha256: string;
  readonly indexedAt: string;
  readonly provenance: Provenance;
}

/** A hit as it is taken away. `link` makes the lasting link of a place in its document. */
export interface TakenHit {
  readonly hit: Hit;
  readonly source: TakenSource;
  /** Of the figures of its report; empty where it was not asked for. */
  readonly periods: Periods;
  readonly link: (place: Span) => string;
}

/** The whole result of a search. The list of its places is that of `build`; the hits are read while they are taken. */
export interface WholeResult {
  readonly request: SearchRequest;
  readonly total: number;
  readonly build: string;
  /** When the newest report of the index was indexed; null in an empty index. */
  readonly newest: string | null;
  /** Batches of hits in the order of the result. `periods`: read the facts of their reports too. */
  hits(options?: { readonly periods?: boolean }): AsyncGenerator<readonly TakenHit[], WalkEnd>;
}

/** How a walk ended: whether the index was written to meanwhile, and how many listed places were gone by the time they were read. */
export interface WalkEnd {
  readonly given: number;
  readonly changed: boolean;
  readonly gone: number;
}

const FIRST_BATCH = 20;
const BATCH = 50;

/**
 * Lists the result at once, in one state of the index; then reads it batch by batch, each with the engine's own time limit, so that a slow taker
 * holds nothing up. Memory is bounded by 8 bytes a place and one batch. Throws what runSearch throws.
 */
export async function openResult(
  engine: Engine,
  request: SearchRequest,
  { base = '' }: { readonly base?: string } = {},
): Promise<WholeResult> {
  const listed = await engine.read(
    async (reader) => {
      const census = censusOf(engine, reader);
      const search = await prepareSearch(reader, census, request);
      const places = await listPlaces(reader, census, search);
      const newest = (await census.reports()).reduce<string | null>((latest, { indexedAt }) => later(latest, indexedAt), null);
      return { search, places, newest, build: reader.build };
    },
    { limitMs: LISTING_MS },
  );
  const { search, places, newest, build } = listed;
  return {
    request,
    total: places.size,
    build,
    newest,
    hits: ({ periods = false } = {}) => walk(engine, { search, places, build, base, periods }),
  };
}

const later = (a: string | null, b: string): string => (a === null || b > a ? b : a);

interface Walked {
  readonly search: Search;
  readonly places: ListedPlaces;
  readonly build: string;
  readonly base: string;
  readonly periods: boolean;
}

async function* walk(engine: Engine, { search, places, build, base, periods }: Walked): AsyncGenerator<readonly TakenHit[], WalkEnd> {
  const sources = new Map<string, TakenSource>();
  const periodsOf = periodsReader();
  let [given, changed, seen] = [0, false, build];
  for (let from = 0, to = FIRST_BATCH; from < places.size; from = to, to += BATCH) {
    const wanted = places.slice(from, to);
    const hits = await engine.read(async (reader) => {
      if (reader.build !== seen) sources.clear();
      seen = reader.build;
      changed ||= seen !== build;
      const taken: TakenHit[] = [];
      for (const one of await readHits(reader, search, wanted, base)) {
        const { id } = one.hit.report;
        const source = sources.get(id) ?? (await readSource(reader, id));
        if (source === null) continue;
        sources.set(id, source);
        taken.push(takenHit(one, source, periods && one.hit.amounts.length > 0 ? await periodsOf(reader, id) : noPeriods, base));
      }
      return taken;
    });
    given += hits.length;
    yield hits;
  }
  return { given, changed, gone: places.size - given };
}

async function readSource(reader: Reader, id: string): Promise<TakenSource | null> {
  const report = await reader.report(id);
  return report && { sha256: report.sha256, indexedAt: report.indexedAt, provenance: report.provenance };
}

function takenHit({ hit, document }: ReadHit, source: TakenSource, periods: Periods, base: string): TakenHit {
  const { window } = document.found;
  const links = new Map<string, string>();
  const link = (place: Span): string => {
    const key = `${place.start}-${place.end}`;
    const made = links.get(key) ?? placeUrl(base, hit.report.id, place, digestAt(window, place));
    links.set(key, made);
    return made;
  };
  return { hit, source, periods, link };
}
