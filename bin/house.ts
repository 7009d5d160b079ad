import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Archive } from '../src/archive/archive.ts';
import { decided } from '../src/archive/decided.ts';
import { openArchive } from '../src/archive/open-archive.ts';
import type { Config } from '../src/config.ts';
import type { Engine } from '../src/engine/engine.ts';
import { openEngine } from '../src/engine/open.ts';
import { IndexDamagedError } from '../src/errors.ts';
import { currentGeneration, generationFolder } from './generation.ts';
import { tell } from './output.ts';

/** The archive of a data folder. */
export const archiveOf = (config: Config): Archive => openArchive(join(config.data, 'archive'));

/** The reports that come with the program. */
export const samples = fileURLToPath(new URL('../samples', import.meta.url));

/** Works with the engine in use, and closes it however the work ends. */
export const withEngine = async <T>(config: Config, work: (engine: Engine) => Promise<T>): Promise<T> =>
  withGeneration(config, await currentGeneration(config.data), work);

/** The same with an index of another generation. */
export async function withGeneration<T>(config: Config, generation: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openEngine({ ...config, data: generationFolder(config.data, generation) });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

/** Never silently empty: rejects with IndexDamagedError when the archive holds reports and the index none, warns when some are missing. */
export async function refuseEmptyIndex(config: Config, engine: Engine): Promise<void> {
  const missing = await missingReports(archiveOf(config), engine);
  if (missing.lost.length === 0) return;
  const message = `档案中有 ${missing.kept} 份报告，索引里缺 ${missing.lost.length} 份。请运行：npm run suzhang -- rebuild`;
  if (missing.lost.length === missing.kept) throw new IndexDamagedError(message);
  tell(`注意：${message}`);
}

/** Sources of the archive that should be found and are not. */
export async function missingReports(
  archive: Archive,
  engine: Engine,
): Promise<{ readonly kept: number; readonly lost: readonly string[] }> {
  const indexed = new Set((await engine.read((reader) => reader.reports())).map((report) => report.sha256));
  const kept: string[] = [];
  for (const { sha256 } of (await archive.sources()).records) if (!decided(await archive.decisions(sha256)).withdrawn) kept.push(sha256);
  return { kept: kept.length, lost: kept.filter((sha256) => !indexed.has(sha256)) };
}
