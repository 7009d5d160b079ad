import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ArchiveDamagedError } from '../errors.ts';
import { writeDurably } from './write-file.ts';

export const sha256Of = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

/** Immutable pieces of data named by the SHA-256 of their bytes: `ab/abcdef….txt`. */
export interface Blobs {
  /** Afterwards the bytes are stored, once, however often they come; damaged ones are replaced. */
  keep(sha256: string, data: Uint8Array): Promise<void>;
  /** null: never stored. Rejects with ArchiveDamagedError when the bytes no longer have their hash. */
  read(sha256: string): Promise<Buffer | null>;
  /** Whether something lies there under this name; its bytes are not looked at. */
  has(sha256: string): boolean;
}

export function openBlobs(folder: string, suffix: string): Blobs {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), `${sha256}${suffix}`);
  const read = async (sha256: string): Promise<Buffer | null> => {
    const data = await readFile(pathOf(sha256)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (data !== null && sha256Of(data) !== sha256)
      throw new ArchiveDamagedError(
        `档案中的文件已损坏：${pathOf(sha256)}，其内容与名称中的 SHA-256 不符。请从备份恢复，或删去它后重新索引原文件。`,
      );
    return data;
  };
  const isWhole = async (sha256: string): Promise<boolean> => {
    try {
      return (await read(sha256)) !== null;
    } catch (error) {
      if (error instanceof ArchiveDamagedError) return false;
      throw error;
    }
  };
  return {
    read,
    has: (sha256) => existsSync(pathOf(sha256)),
    async keep(sha256, data) {
      if (!(await isWhole(sha256))) await writeDurably(pathOf(sha256), data);
    },
  };
}
