import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MeilisearchServer, noServer, startMeilisearch } from '../support/meilisearch-server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the compose file does, step by step, with the real programs and a real server. */
describe.skipIf(noServer !== null)(`the steps of the deployment${noServer === null ? '' : ` (${noServer})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'suzhang-deployment-'));
  const keyFile = (name: string) => join(folder, 'keys', name, 'key');
  const keyOf = (name: string) => readFileSync(keyFile(name), 'utf8').trim();
  let server: MeilisearchServer;
  const run = (key: string, ...args: readonly string[]) =>
    spawnSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        SUZHANG_ENGINE: 'meilisearch',
        SUZHANG_MEILI_URL: server.url,
        SUZHANG_MEILI_KEY: key,
        SUZHANG_MEILI_PREFIX: 'deployment',
        SUZHANG_DATA: join(folder, 'data'),
      },
    });
  const suzhang = (key: string, ...args: readonly string[]) => run(key, 'bin/suzhang.ts', ...args);

  beforeAll(async () => {
    server = await startMeilisearch();
    mkdirSync(join(folder, 'keys'), { recursive: true });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('make two keys, the same ones again', () => {
    const make = () => run(server.key ?? '', 'bin/make-meilisearch-keys.ts', keyFile('search'), keyFile('index'));
    expect(make()).toMatchObject({ status: 0 });
    const first = [keyOf('search'), keyOf('index')];
    expect(new Set([...first, server.key]).size).toBe(3);
    rmSync(join(folder, 'keys'), { recursive: true });
    expect(make()).toMatchObject({ status: 0 });
    expect([keyOf('search'), keyOf('index')]).toEqual(first);
  });

  it('say that there is nothing to search before anything was indexed', () => {
    const { status, stderr } = suzhang(keyOf('search'), 'search', '预算');
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/index/);
  });

  it('index the samples with the key that indexes, and find them with the one that searches', () => {
    expect(suzhang(keyOf('index'), 'index', 'samples')).toMatchObject({ status: 0 });
    const { status, stdout } = suzhang(keyOf('search'), 'search', '"纾困贷款贴息"', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ exact: true, engine: { name: 'meilisearch' }, total: expect.any(Number) });
    expect(JSON.parse(stdout).total).toBeGreaterThan(0);
    const refused = suzhang(keyOf('search'), 'index', 'samples', '--retry-failed');
    expect(refused.stdout + refused.stderr).not.toMatch(/程序出错/);
  });

  it('find everything well', () => {
    const { status, stdout } = suzhang(keyOf('index'), 'doctor');
    expect({ status, ill: stdout.split('\n').filter((line) => line.startsWith('✗')) }).toEqual({ status: 0, ill: [] });
  });

  it('rebuild into fresh indexes, and keep the old ones until the next time', async () => {
    const indexes = async () => {
      const answer = await fetch(`${server.url}/indexes?limit=100`, { headers: { authorization: `Bearer ${server.key}` } });
      const { results } = (await answer.json()) as { results: { uid: string }[] };
      return results.map(({ uid }) => uid).sort();
    };
    const before = await indexes();
    for (let times = 0; times < 2; times++) {
      expect(suzhang(keyOf('index'), 'rebuild')).toMatchObject({ status: 0 });
      expect(await indexes()).toHaveLength(6);
    }
    expect(await indexes()).not.toEqual(expect.arrayContaining(before));
    expect(suzhang(keyOf('search'), 'search', '"纾困贷款贴息"')).toMatchObject({ status: 0 });
  });
});
