import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { currentWriter } from '../indexer/write-lock.ts';
import type { Archive } from '../src/archive/archive.ts';
import { decided } from '../src/archive/decided.ts';
import { openArchive } from '../src/archive/open-archive.ts';
import type { Config } from '../src/config.ts';
import type { Engine } from '../src/engine/engine.ts';
import { openEngine } from '../src/engine/open.ts';
import { ArchiveDamagedError, IndexDamagedError, rebuildHint } from '../src/errors.ts';
import { currentGeneration, generationFolder } from './generation.ts';
import { tell } from './output.ts';

/** The archive of a data folder. */
export const archiveOf = (config: Config): Archive => openArchive(join(config.data, 'archive'));

/** The reports that come with the program. */
export const samples = fileURLToPath(new URL('../samples', import.meta.url));

/** What opening a large index may take on a busy machine. The limit of a search protects others who wait; behind a command nobody does. */
export const patient = { limitMs: 120_000 };

/** Works with the engine in use, and closes it however the work ends. */
export const withEngine = async <T>(config: Config, work: (engine: Engine) => Promise<T>): Promise<T> =>
  withGeneration(config, await currentGeneration(config.data), work);

/** The same with an index of another generation. */
export async function withGeneration<T>(config: Config, generation: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openEngine({ ...config, data: generationFolder(config.data, generation) });
  try {
    return await work({ ...engine, read: (reading, options) => engine.read(reading, options ?? patient) });
  } finally {
    await engine.close();
  }
}

/**
 * Never silently empty: rejects with IndexDamagedError when the archive holds reports and the index none, warns when some are missing.
 * While somebody is indexing, reports on their way are not missing.
 */
export async function refuseEmptyIndex(config: Config, engine: Engine): Promise<void> {
  const { kept, lost, unclear } = await compareWithArchive(archiveOf(config), engine);
  for (const message of unclear) tell(`注意：${message}`);
  if (lost.length === 0) return;
  const writer = await currentWriter(config.data);
  if (writer !== null) return tell(`注意：${writer}还有 ${lost.length} 份报告未进入索引。`);
  const message = `档案中有 ${kept} 份报告，索引里缺 ${lost.length} 份。${rebuildHint}`;
  if (lost.length === kept) throw new IndexDamagedError(message);
  tell(`注意：${message}`);
}

/** What the archive says should be found, beside what the index holds. Hashes; `unclear`: decisions that cannot be read, in words. */
export interface Compared {
  readonly kept: number;
  /** Should be found, and are not. */
  readonly lost: readonly string[];
  /** Are found, though they were removed or are not in the archive. */
  readonly extra: readonly string[];
  readonly unclear: readonly string[];
}

export async function compareWithArchive(archive: Archive, engine: Engine): Promise<Compared> {
  const indexed = new Set((await engine.read((reader) => reader.reports(), patient)).map((report) => report.sha256));
  const kept = new Set<string>();
  const unclear: string[] = [];
  for (const { sha256 } of (await archive.sources()).records)
    try {
      if (!decided(await archive.decisions(sha256)).withdrawn) kept.add(sha256);
    } catch (error) {
      if (!(error instanceof ArchiveDamagedError)) throw error;
      unclear.push(error.message);
      if (indexed.has(sha256)) kept.add(sha256);
    }
  const without = (all: ReadonlySet<string>, others: ReadonlySet<string>) => [...all].filter((sha256) => !others.has(sha256));
  return { kept: kept.size, lost: without(kept, indexed), extra: without(indexed, kept), unclear };
}
