import { setInterval as every } from 'node:timers/promises';
import { z } from 'zod';
import { formats } from '../src/export/formats.ts';
import { openCorpus } from './corpus.ts';
import { type ServiceApart, startApart } from './export/apart.ts';
import { type Client, firstByteOf, type Taken, take } from './export/take.ts';
import { MB, say, show, table } from './figures.ts';
import { dataOf, ensureIndexed, indexIn } from './index-of.ts';
import type { BenchOptions } from './options.ts';
import { fetchBody } from './search/http-client.ts';

/** Stands in about a third of the documents of a corpus: some 100,000 hits in one of 300,000. */
const FREQUENT = '支出';
/** The slow one waits after each piece of at most 64 KB and leaves after a minute: what counts is the memory of the service meanwhile. */
const clients: readonly Client[] = [
  { name: 'quick', pauseMs: 0, leavesAfterMs: Number.POSITIVE_INFINITY },
  { name: 'slow', pauseMs: 20, leavesAfterMs: 60_000 },
];
const LOOK_EVERY_MS = 100;

/** Whole results taken away: time to the first byte, lines and bytes a second, memory of the service meanwhile. Each from a service that was just started. */
export async function benchExport({ documents, seed, anew }: BenchOptions): Promise<void> {
  const corpus = await openCorpus(documents, seed);
  await ensureIndexed(corpus, anew);
  const index = indexIn(dataOf(corpus));
  const rows: string[][] = [];
  for (const format of Object.keys(formats)) {
    for (const client of clients) {
      const service = await startApart(index);
      rows.push([
        `.${format}`,
        client.name,
        ...(await measure(service, `/api/search.${format}?q=${encodeURIComponent(FREQUENT)}`, client)),
      ]);
      await service.end();
    }
  }
  say(`hits of “${FREQUENT}”: ${rows[0]?.at(-1)}\n`);
  const heads = [
    'file',
    'client',
    'first byte ms',
    'again ms',
    's',
    'lines/s',
    'MB/s',
    'processor s',
    'memory at rest MB',
    'at the peak MB',
    'added MB',
  ];
  say(
    table(
      heads,
      rows.map((row) => row.slice(0, -1)),
    ),
  );
}

const totalSchema = z.object({ total: z.number() });

async function measure(service: ServiceApart, path: string, client: Client): Promise<string[]> {
  const before = await service.state();
  const { peak, taken } = await watched(service, () => take(service.url + path, client));
  const after = await service.state();
  const again = await firstByteOf(service.url + path);
  const { total } = totalSchema.parse(
    JSON.parse((await fetchBody(`${service.url}/api/search${path.slice(path.indexOf('?'))}`)).toString()),
  );
  const { firstByte, all, lines, bytes } = taken;
  return [
    show(firstByte),
    show(again),
    show(all / 1000),
    show((1000 * lines) / all),
    show((1000 * bytes) / MB / all),
    show(after.processor - before.processor),
    show(before.rss),
    show(peak),
    show(peak - before.rss),
    total.toLocaleString('en-US'),
  ];
}

/** The most memory that was seen in use while something was done. */
async function watched(service: ServiceApart, work: () => Promise<Taken>): Promise<{ readonly peak: number; readonly taken: Taken }> {
  const done = new AbortController();
  const ended = work().finally(() => done.abort());
  let peak = 0;
  try {
    for await (const _ of every(LOOK_EVERY_MS, undefined, { signal: done.signal })) peak = Math.max(peak, (await service.state()).rss);
  } catch (error) {
    if (!done.signal.aborted) throw error;
  }
  return { peak, taken: await ended };
}
