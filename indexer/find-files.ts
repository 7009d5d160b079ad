import { type Dirent, realpathSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { UnreadableSourceError } from '../src/errors.ts';

/** A file offered for indexing. `path` is shown: below the folder that was given, with that folder's name; `location` is absolute. */
export interface FoundFile {
  readonly path: string;
  readonly location: string;
}

/** What lies in the given places. `ignored` are files of a folder that are no reports by their name; `refused` are places that cannot be looked into. */
export interface Found {
  readonly files: readonly FoundFile[];
  readonly ignored: readonly FoundFile[];
  readonly refused: readonly { readonly path: string; readonly location: string; readonly error: Error }[];
}

/** In folders only these are taken; a name without ending is taken too. A file that is named itself is always tried. */
const taken = new Set([
  '',
  '.txt',
  '.text',
  '.pdf',
  '.html',
  '.htm',
  '.mht',
  '.mhtml',
  '.doc',
  '.docx',
  '.wps',
  '.xls',
  '.xlsx',
  '.et',
  '.rtf',
  '.ofd',
]);

/** Files in order of name, each once. Hidden files and folders are left out; links are followed, circles are not. */
export async function findFiles(paths: readonly string[]): Promise<Found> {
  const found = { files: [] as FoundFile[], ignored: [] as FoundFile[], refused: [] as { path: string; location: string; error: Error }[] };
  const visited = new Set<string>();

  const look = async (location: string, path: string, named: boolean): Promise<void> => {
    try {
      const there = await stat(location);
      if (there.isDirectory()) await walk(location, path);
      else if (!there.isFile() && named) throw new UnreadableSourceError('not-a-file', '这既不是文件也不是文件夹，无法读取。');
      else if (there.isFile() && (named || taken.has(extname(location).toLowerCase()))) found.files.push({ path, location });
      else found.ignored.push({ path, location });
    } catch (error) {
      found.refused.push({ path, location, error: error instanceof Error ? error : new Error(String(error)) });
    }
  };

  const walk = async (folder: string, shown: string): Promise<void> => {
    const real = realpathSync(folder);
    if (visited.has(real)) return;
    visited.add(real);
    const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => !entry.name.startsWith('.')).sort(byName);
    for (const entry of entries) await look(join(folder, entry.name), `${shown}/${entry.name}`, false);
  };

  for (const path of paths) await look(resolve(path), basename(resolve(path)) || '/', true);
  const once = new Map(found.files.map((file) => [file.location, file]));
  return { ...found, files: [...once.values()] };
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);
