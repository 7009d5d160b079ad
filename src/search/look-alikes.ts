import { readFileSync } from 'node:fs';
import { dataLines } from '../text/segment.ts';

const sets = dataLines(readFileSync(new URL('./data/look-alikes.txt', import.meta.url), 'utf8'));

/** Characters that a typed one is taken for by its shape: 已 for 己. It is one of them itself where there are any. */
export const lookAlikesOf = (character: string): string[] => [...sets.filter((set) => set.includes(character)).join('')];
