import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real server: the one that SUZHANG_MEILI_URL names, or one started from `meilisearch` on PATH on a free port with a folder of its own. */
export interface MeilisearchServer {
  readonly url: string;
  readonly key: string | null;
  /** Null for a server that was running before. */
  readonly process: ChildProcess | null;
  stop(): Promise<void>;
}

const given = process.env.SUZHANG_MEILI_URL;

/** Why tests with a real server are left out; null: there is one. */
export const noServer: string | null =
  given !== undefined || spawnSync('meilisearch', ['--version'], { stdio: 'ignore' }).status === 0
    ? null
    : 'skipped: neither SUZHANG_MEILI_URL nor a meilisearch on PATH';

const masterKey = 'master-key-of-the-tests-0123456789';

/** With less memory to plan for, a small task costs a tenth of what it costs with the default of two thirds of the machine's. */
const indexingMemory = '256MB';

export async function startMeilisearch({
  port,
  folder,
}: {
  readonly port?: number;
  readonly folder?: string;
} = {}): Promise<MeilisearchServer> {
  if (given !== undefined && port === undefined) {
    return { url: given, key: process.env.SUZHANG_MEILI_KEY ?? null, process: null, stop: () => Promise.resolve() };
  }
  const own = folder ?? mkdtempSync(join(tmpdir(), 'suzhang-meili-'));
  const listening = port ?? (await freePort());
  const settings = ['--db-path', join(own, 'data'), '--dump-dir', join(own, 'dumps'), '--snapshot-dir', join(own, 'snapshots')];
  const limits = ['--no-analytics', '--max-indexing-memory', indexingMemory, '--log-level', 'ERROR'];
  const child = spawn('meilisearch', [...settings, ...limits, '--http-addr', `127.0.0.1:${listening}`, '--master-key', masterKey], {
    cwd: own,
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${listening}`;
  await untilHealthy(url, child);
  return {
    url,
    key: masterKey,
    process: child,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }
      if (folder === undefined) rmSync(own, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const longestStartMs = 30_000;

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  for (const began = Date.now(); Date.now() - began < longestStartMs; ) {
    if (child.exitCode !== null) throw new Error(`meilisearch ended with code ${child.exitCode}`);
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`meilisearch did not answer within ${longestStartMs} ms`);
}
