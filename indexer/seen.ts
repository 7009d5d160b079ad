import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../src/archive/write-file.ts';

/** Which bytes lay where, so that an unchanged file need not be read again. Only a shortcut: without it every file is hashed. */
export interface Seen {
  /** The hash of the file, if its size and time are those of last time. */
  hashOf(location: string, size: number, mtimeMs: number): string | null;
  note(entry: SeenFile): Promise<void>;
}

const seenFileSchema = z.object({ location: z.string(), size: z.int(), mtimeMs: z.number(), sha256: z.string() }).readonly();
export type SeenFile = z.infer<typeof seenFileSchema>;

/** A file written to this shortly ago may change again without a new time. */
const RACY_MS = 2000;

/** One line a file, appended as files are done, so that a killed run loses nothing; lines that cannot be read are left out. */
export async function openSeen(path: string): Promise<Seen> {
  const files = new Map<string, SeenFile>();
  const lines = (await readFile(path, 'utf8').catch(missing)).split('\n').filter((line) => line !== '');
  for (const line of lines) {
    const entry = parse(line);
    if (entry !== null) files.set(entry.location, entry);
  }
  if (lines.length > files.size * 2 + 100)
    await writeDurably(path, [...files.values()].map((entry) => `${JSON.stringify(entry)}\n`).join(''));

  return {
    hashOf(location, size, mtimeMs) {
      const entry = files.get(location);
      return entry !== undefined && entry.size === size && entry.mtimeMs === mtimeMs ? entry.sha256 : null;
    },
    async note(entry) {
      const before = files.get(entry.location);
      if (before?.sha256 === entry.sha256 && before.mtimeMs === entry.mtimeMs) return;
      if (Date.now() - entry.mtimeMs < RACY_MS) return;
      files.set(entry.location, entry);
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, `${JSON.stringify(entry)}\n`);
    },
  };
}

function missing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}

function parse(line: string): SeenFile | null {
  try {
    return seenFileSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
