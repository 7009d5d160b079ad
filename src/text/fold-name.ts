import { LRUCache } from 'lru-cache';
import { foldString } from './normal-form.ts';

const MOST_NAMES = 50_000;
const LONGEST_NAME = 200;
const known = new LRUCache<string, string>({ max: MOST_NAMES });

/** The normal form of a name of the index (department, category, code), which every search asks for again. Same as `foldString`. */
export function foldName(name: string): string {
  const kept = known.get(name);
  if (kept !== undefined) return kept;
  const folded = foldString(name);
  if (name.length <= LONGEST_NAME) known.set(name, folded);
  return folded;
}
