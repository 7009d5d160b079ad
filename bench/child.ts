import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { leanFlags } from '../bin/setup/node-flags.mjs';
import { MB } from './figures.ts';

const run = promisify(execFile);

/** What a piece of work said on its last line, made in a process of its own so that its memory is its own. It is told what `suzhang index` is told, and keeps compiled files as that does. */
export async function inChild(file: string, ...args: readonly string[]): Promise<unknown> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') };
  const { stdout } = await run(process.execPath, [...process.execArgv, ...leanFlags, path, ...args], { env, maxBuffer: 16 * MB });
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
}
