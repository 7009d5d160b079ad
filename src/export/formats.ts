import { atom } from './atom.ts';
import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { ndjson } from './ndjson.ts';

/** Every form in which a result can be taken away, by the ending of its address. */
export const formats = { csv, ndjson, atom } as const satisfies Record<string, Format>;
export type FormatName = keyof typeof formats;
