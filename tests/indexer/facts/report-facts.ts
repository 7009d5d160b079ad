import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Prepared, prepare } from '../../../indexer/prepare.ts';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const folders = [join(root, 'samples'), join(root, '../shared/reports')];

/** Where a report of the samples or of the shared folder lies, or null where it is absent. */
export const placeOf = (file: string): string | null =>
  folders.map((folder) => join(folder, file)).find((path) => existsSync(path)) ?? null;

export const sharedGold = join(root, '../shared/gold');
export const ownGold = join(root, 'tests/gold');

const known = new Map<string, Promise<Prepared>>();

/** A report read the way the indexer does; each file once. */
export function prepared(path: string): Promise<Prepared> {
  const before = known.get(path);
  if (before !== undefined) return before;
  const fileName = path.split('/').at(-1) ?? path;
  const reading = prepare({ id: '0'.repeat(16), fileName, source: { bytes: readFileSync(path) } });
  known.set(path, reading);
  return reading;
}
