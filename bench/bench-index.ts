import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { inChild } from './child.ts';
import { openCorpus, reportsFolder } from './corpus.ts';
import { figuresTable, MB, say, show, table } from './figures.ts';
import { buildIndex, dataOf, type Indexed, indexIn } from './index-of.ts';
import type { BenchOptions } from './options.ts';

const bareSchema = z.object({ seconds: z.number(), documents: z.int(), peak: z.number() });

/** The whole path from files to an index that answers, beside FTS5 taking in the same tokens and nothing else. */
export async function benchIndex({ documents, seed }: BenchOptions): Promise<void> {
  const corpus = await openCorpus(documents, seed);
  say(`${corpus.reports} reports, ${show(corpus.bytes / MB)} MB of text`);
  const indexed = await buildIndex(corpus);
  const barePath = join(corpus.folder, 'bare', 'bare.sqlite');
  rmSync(join(corpus.folder, 'bare'), { recursive: true, force: true });
  const bare = bareSchema.parse(await inChild('index/bare-inserts.ts', reportsFolder(corpus), barePath));
  const bytes = statSync(indexIn(dataOf(corpus))).size;
  rmSync(join(corpus.folder, 'bare'), { recursive: true, force: true });
  say(
    figuresTable([
      { what: 'text a second, whole path (MB)', value: show(corpus.bytes / MB / indexed.seconds), aim: '≥ 1' },
      {
        what: `${bare.documents.toLocaleString('en-US')} documents, whole path (s)`,
        value: show(indexed.seconds),
        aim: '≤ 60',
        bare: `${show(indexed.seconds / bare.seconds)} × the bare FTS5 inserts (${show(bare.seconds)} s), aim ≤ 2`,
      },
      { what: 'the same in processor time, all threads together (s)', value: show(indexed.processor) },
      { what: 'of it: the thread that stores; those that read; garbage, compiling and files (s)', value: threadsOf(indexed) },
      { what: 'memory at its peak, whole path (MB)', value: show(indexed.peak), aim: '≤ 400' },
      { what: 'index a document (bytes)', value: show(bytes / bare.documents) },
      { what: 'files not read', value: String(indexed.problems), aim: '0' },
    ]),
  );
  const total = readingOf(indexed);
  say('');
  say(
    table(
      ['stage of reading', 'seconds of processor', 'share'],
      Object.entries(indexed.stages).map(([stage, seconds]) => [stage, show(seconds), `${show((100 * seconds) / total)} %`]),
    ),
  );
}

const readingOf = ({ stages }: Indexed): number => Object.values(stages).reduce((sum, seconds) => sum + seconds, 0);

const threadsOf = (indexed: Indexed): string =>
  [indexed.storing, readingOf(indexed), indexed.processor - indexed.storing - readingOf(indexed)].map(show).join('; ');
