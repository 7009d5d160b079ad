import type { z } from 'zod';
import { IndexDamagedError, rebuildHint } from '../../errors.ts';

/** Reads what was stored as JSON. Throws IndexDamagedError where that is no longer what was written. */
export function readStored<T>(schema: z.ZodType<T>, stored: string): T {
  try {
    return schema.parse(JSON.parse(stored));
  } catch (cause) {
    throw new IndexDamagedError(`索引中有记录已损坏；${rebuildHint}`, { cause });
  }
}
