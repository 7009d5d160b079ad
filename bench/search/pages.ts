import type { Engine } from '../../src/engine/engine.ts';
import { searchUrlParameters } from '../../src/search/links.ts';
import { serve } from '../../web/serve.ts';
import { percentile, timed } from '../figures.ts';
import { fetchCompressed } from './http-client.ts';
import { noArchive } from './no-archive.ts';
import type { Measured } from './searches.ts';

/** Milliseconds until a page is there whole, and the bytes of the largest, compressed as browsers ask for it. */
export interface PageTimes {
  readonly p50: number;
  readonly p95: number;
  readonly largest: number;
}

const MOST_PAGES = 100;

/** What a reader waits for over HTTP: pages of searches for frequent strings, and reports opened at the place of a hit, its other matches marked. */
export async function measurePages(
  engine: Engine,
  measured: readonly Measured[],
): Promise<{ readonly search: PageTimes; readonly viewer: PageTimes }> {
  const service = await serve({ engine, archive: noArchive, host: '127.0.0.1', port: 0 });
  const frequent = measured.filter(({ query }) => query.kind === 'common literal' || query.kind === 'words');
  const searches = frequent.map(({ query }) => `/?${searchUrlParameters(query.request)}`);
  const places = measured.flatMap(({ query, hits }) => hits.slice(0, 1).map(({ source }) => withQuery(source.url, query.request.q)));
  const times = {
    search: await measureEach(service.url, searches),
    viewer: await measureEach(service.url, places),
  };
  await service.close(0);
  return times;
}

const withQuery = (url: string, q: string): string => (q === '' ? url : `${url}&${new URLSearchParams({ q })}`);

async function measureEach(origin: string, paths: readonly string[]): Promise<PageTimes> {
  const asked = [...new Set(paths)].slice(0, MOST_PAGES);
  const taken: number[] = [];
  let largest = 0;
  for (const path of asked) {
    const { ms, result } = await timed(() => fetchCompressed(origin + path));
    taken.push(ms);
    largest = Math.max(largest, result.byteLength);
  }
  return { p50: percentile(taken, 0.5), p95: percentile(taken, 0.95), largest };
}
