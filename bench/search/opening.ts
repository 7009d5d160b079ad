import type { Engine } from '../../src/engine/engine.ts';
import { serve } from '../../web/serve.ts';
import { percentile, timed } from '../figures.ts';
import { fetchBody } from './http-client.ts';
import { noArchive } from './no-archive.ts';
import type { Measured } from './searches.ts';

/** The page of a report at the place of a hit, whole, over HTTP. */
export async function measureOpening(
  engine: Engine,
  measured: readonly Measured[],
): Promise<{ readonly p50: number; readonly p95: number }> {
  const service = await serve({ engine, archive: noArchive, host: '127.0.0.1', port: 0 });
  const urls = [...new Set(measured.flatMap(({ hits }) => hits.slice(0, 1)).map(({ source }) => source.url))].slice(0, 100);
  const taken: number[] = [];
  for (const url of urls) taken.push((await timed(() => fetchBody(service.url + url))).ms);
  await service.close(0);
  return { p50: percentile(taken, 0.5), p95: percentile(taken, 0.95) };
}
