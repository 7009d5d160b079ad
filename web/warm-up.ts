import type { Hono } from 'hono';
import { warmUp } from '../src/search/warm-up.ts';

/** A landing page reads reports and counts examples; a search reads dictionaries, weights and facets. */
const asked = ['/', `/?q=${encodeURIComponent('预算')}`] as const;

/**
 * Afterwards what first requests would wait for is in memory. Dictionaries come first: loading them holds the thread up for a second,
 * which would count towards the time limit of a reading. A page that fails says so itself to whoever asks for it next.
 */
export async function warmUpApp(app: Hono, base: string): Promise<void> {
  warmUp();
  for (const path of asked) await app.request(base + path);
}
