import { createServer } from 'node:http';
import type { Engine } from '../../src/engine/engine.ts';
import { searchUrlParameters } from '../../src/search/links.ts';
import { runSearch } from '../../src/search/run-search.ts';
import { serve } from '../../web/serve.ts';
import { median, timed } from '../figures.ts';
import { fetchBody } from './http-client.ts';
import { noArchive } from './no-archive.ts';
import type { Measured } from './searches.ts';

/** Milliseconds that HTTP adds to a search at the median, each query asked both ways in turn, and what a server adds that only sends the same bytes. */
export async function measureHttp(
  engine: Engine,
  measured: readonly Measured[],
): Promise<{ readonly added: number; readonly bare: number }> {
  const service = await serve({ engine, archive: noArchive, host: '127.0.0.1', port: 0 });
  const bare = await startBare();
  const added: number[] = [];
  const plain: number[] = [];
  for (const { query } of measured.slice(0, 200)) {
    const url = `${service.url}/api/search?${searchUrlParameters(query.request)}`;
    const body = await fetchBody(url);
    const direct = await timed(() => runSearch(engine, query.request));
    added.push((await timed(() => fetchBody(url))).ms - direct.ms);
    bare.send(body);
    plain.push((await timed(() => fetchBody(bare.url))).ms);
  }
  await service.close(0);
  await bare.close();
  return { added: median(added), bare: median(plain) };
}

async function startBare() {
  let body: Buffer = Buffer.alloc(0);
  const server = createServer((_, response) => response.setHeader('content-type', 'application/json').end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}/`,
    send(next: Buffer) {
      body = next;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
