import type { BenchOptions } from './options.ts';
export async function benchMeilisearch(_: BenchOptions): Promise<void> {}
