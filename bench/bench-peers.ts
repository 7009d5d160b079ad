import type { BenchOptions } from './options.ts';
export async function benchPeers(_: BenchOptions): Promise<void> {}
