import { ArchiveDamagedError } from '../errors.ts';
import type { Archive, Damage } from './archive.ts';
import type { SourceRecord } from './record.ts';

/** Everything of the archive that is missing or no longer what was stored: records, and of each source its bytes, text and decisions. Reads all of it. */
export async function checkArchive(archive: Archive): Promise<{ readonly sources: number; readonly damaged: readonly Damage[] }> {
  const [sources, unread] = [await archive.sources(), await archive.unread()];
  const damaged = [...sources.damaged, ...unread.damaged];
  for (const record of sources.records) damaged.push(...(await checkSource(archive, record)));
  return { sources: sources.records.length, damaged };
}

async function checkSource(archive: Archive, { sha256, files }: SourceRecord): Promise<Damage[]> {
  const damaged: Damage[] = [];
  for (const part of ['original', 'text', 'decisions'] as const)
    try {
      await archive[part](sha256);
    } catch (error) {
      if (!(error instanceof ArchiveDamagedError)) throw error;
      damaged.push({ file: files[0]?.path ?? sha256, message: error.message });
    }
  return damaged;
}
