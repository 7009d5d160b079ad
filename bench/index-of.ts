import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { schemaVersion } from '../src/engine/sqlite/sqlite-schema.ts';
import { inChild } from './child.ts';
import { type Corpus, reportsFolder } from './corpus.ts';
import { say } from './figures.ts';

const stagesSchema = z.record(z.string(), z.number());
/** What indexing a corpus took. Seconds by stage are of the processor, added up over the threads that read; `processor` is its time over all threads, `storing` that of the thread that stores; `peak` is memory in MB. */
export const indexedSchema = z
  .object({
    seconds: z.number(),
    processor: z.number(),
    storing: z.number(),
    stages: stagesSchema,
    characters: z.int(),
    added: z.int(),
    problems: z.int(),
    peak: z.number(),
  })
  .readonly();
export type Indexed = z.infer<typeof indexedSchema>;

/** The data folder that a corpus is indexed into. */
export const dataOf = (corpus: Corpus): string => join(corpus.folder, 'data');
export const indexIn = (data: string): string => join(data, 'index.sqlite');

const stamp = (corpus: Corpus): string => join(dataOf(corpus), 'made-by.json');
const madeBy = (): string => JSON.stringify({ schemaVersion });

/** Indexes the corpus anew, in a process of its own. */
export async function buildIndex(corpus: Corpus): Promise<Indexed> {
  rmSync(dataOf(corpus), { recursive: true, force: true });
  const indexed = await indexFolder(reportsFolder(corpus), dataOf(corpus));
  writeFileSync(stamp(corpus), madeBy());
  return indexed;
}

/** Indexes a folder of reports into a data folder, in a process of its own. */
export const indexFolder = async (reports: string, data: string): Promise<Indexed> =>
  indexedSchema.parse(await inChild('index/whole-path.ts', reports, data));

/** Afterwards the corpus has an index of the present schema: the one kept from before, unless `anew`. */
export async function ensureIndexed(corpus: Corpus, anew: boolean): Promise<void> {
  if (!anew && existsSync(stamp(corpus)) && readFileSync(stamp(corpus), 'utf8') === madeBy()) return;
  say('indexing the corpus first …');
  await buildIndex(corpus);
}
