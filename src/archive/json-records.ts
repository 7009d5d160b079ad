import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { ArchiveDamagedError } from '../errors.ts';
import type { Damage, Listing } from './archive.ts';
import { writeDurably } from './write-file.ts';

/** JSON files of one shape in a folder, `ab/abcdef….json` by key, each checked against its schema when read. */
export interface JsonRecords<T> {
  /** null: not there. Rejects with ArchiveDamagedError when it cannot be read. */
  read(key: string): Promise<T | null>;
  write(key: string, record: T): Promise<void>;
  remove(key: string): Promise<void>;
  list(): Promise<Listing<T>>;
  /** The whole key that begins with `prefix` (two characters or more), or null. */
  keyOf(prefix: string): Promise<string | null>;
}

const missing = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null;
  throw error;
};

export function openJsonRecords<T>(folder: string, schema: z.ZodType<T>): JsonRecords<T> {
  const pathOf = (key: string) => join(folder, key.slice(0, 2), `${key}.json`);
  const parse = (path: string, content: string): T => {
    try {
      return schema.parse(JSON.parse(content));
    } catch (cause) {
      throw new ArchiveDamagedError(`档案记录无法读取：${path}。请从备份恢复，或删去它后重新索引原文件。`, { cause });
    }
  };
  const names = async (shelf: string) =>
    ((await readdir(join(folder, shelf)).catch(missing)) ?? []).filter((name) => name.endsWith('.json')).sort();

  return {
    async read(key) {
      const content = await readFile(pathOf(key), 'utf8').catch(missing);
      return content === null ? null : parse(pathOf(key), content);
    },
    write: (key, record) => writeDurably(pathOf(key), `${JSON.stringify(record, null, 1)}\n`),
    remove: (key) => rm(pathOf(key), { force: true }),
    async keyOf(prefix) {
      const found = (await names(prefix.slice(0, 2))).find((name) => name.startsWith(prefix));
      return found === undefined ? null : found.slice(0, -'.json'.length);
    },
    async list() {
      const records: T[] = [];
      const damaged: Damage[] = [];
      for (const shelf of ((await readdir(folder).catch(missing)) ?? []).sort())
        for (const name of await names(shelf)) {
          const path = join(folder, shelf, name);
          try {
            records.push(parse(path, await readFile(path, 'utf8')));
          } catch (error) {
            damaged.push({ file: path, message: error instanceof Error ? error.message : String(error) });
          }
        }
      return { records, damaged };
    },
  };
}
