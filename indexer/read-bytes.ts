import { createHash } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { SuzhangError } from '../src/errors.ts';

/** A file as it lies there. `bytes` is null above the limit: such a file is hashed without being held in memory. */
export interface FileBytes {
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly size: number;
  readonly sha256: string;
}

/** The file was written to while it was read, also at the second try. */
export class ChangedWhileReadError extends SuzhangError {
  override readonly kind = 'changed-while-read';
}

/** Reads a file as of one moment: if it changes meanwhile it is read again, once. Rejects with the system's error, or ChangedWhileReadError. */
export async function readBytes(location: string, mostBytes: number): Promise<FileBytes> {
  const first = await readOnce(location, mostBytes);
  const second = first ?? (await readOnce(location, mostBytes));
  if (second === null) throw new ChangedWhileReadError('文件在读取时正被改写，请待其写完后再索引。');
  return second;
}

async function readOnce(location: string, mostBytes: number): Promise<FileBytes | null> {
  const file = await open(location, 'r');
  try {
    const before = await file.stat();
    if (before.size > mostBytes) return { bytes: null, size: before.size, sha256: await hashStream(location) };
    const bytes = new Uint8Array(before.size);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length < bytes.length || !same(before, await file.stat())) return null;
    return { bytes, size: length, sha256: createHash('sha256').update(bytes).digest('hex') };
  } finally {
    await file.close();
  }
}

const same = (a: Stats, b: Stats): boolean => a.size === b.size && a.mtimeMs === b.mtimeMs && a.ino === b.ino;

async function hashStream(location: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(location)) hash.update(chunk);
  return hash.digest('hex');
}
