import { readFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../src/archive/write-file.ts';

/**
 * Each rebuilt index has a folder of its own, `index/<generation>/`, and the file `index/current` names the one in use.
 * So a new index replaces the old one by one renamed file, while a server that still reads the old one keeps it until it ends.
 */
const first = '1';

// 1 or 20250301T080000000
const GENERATION = /^[0-9T]{1,20}$/;

export const generationFolder = (data: string, generation: string): string => join(data, 'index', generation);
const pointer = (data: string): string => join(data, 'index', 'current');

export async function currentGeneration(data: string): Promise<string> {
  try {
    const named = readFileSync(pointer(data), 'utf8').trim();
    return GENERATION.test(named) ? named : first;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return first;
    throw error;
  }
}

/** A name for the next generation, later than all before. */
export const newGeneration = (at: Date): string => at.toISOString().replace(/[-:.Z]/g, '');

/** Afterwards the generation is the one in use. */
export const useGeneration = (data: string, generation: string): Promise<void> => writeDurably(pointer(data), `${generation}\n`);

/** Removes every generation but the one in use. A system that does not remove open files (Windows) keeps them until the next time. */
export async function removeOtherGenerations(data: string): Promise<void> {
  const current = await currentGeneration(data);
  await mkdir(join(data, 'index'), { recursive: true });
  for (const entry of await readdir(join(data, 'index'), { withFileTypes: true }))
    if (entry.isDirectory() && entry.name !== current && GENERATION.test(entry.name))
      await rm(join(data, 'index', entry.name), { recursive: true, force: true }).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EBUSY' && error.code !== 'EPERM') throw error;
      });
}
