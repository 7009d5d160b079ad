import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from '../indexer/prepare.ts';

const folder = fileURLToPath(new URL('../samples', import.meta.url));

/** A report that others are made from. `documents`: how many it has when it is read. */
export interface Skeleton {
  readonly name: string;
  readonly text: string;
  readonly documents: number;
  readonly department: string;
}

/** The samples of this project, read. */
export async function readSkeletons(): Promise<Skeleton[]> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  const skeletons: Skeleton[] = [];
  for (const name of names) {
    const prepared = await prepare({ id: '0'.repeat(16), fileName: name, source: { bytes: readFileSync(join(folder, name)) } });
    const department = prepared.identity.department?.value ?? '';
    skeletons.push({ name, text: prepared.text.text, documents: prepared.documents.length, department });
  }
  return skeletons;
}
