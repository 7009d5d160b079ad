import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import { settings } from '../../src/config.ts';
import { serverVersion } from '../../src/engine/meilisearch/meilisearch-settings.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => readFileSync(join(root, name), 'utf8');

/** Of the Compose specification (compose-spec.io) what we use; anything else is a slip. */
const environment = z.record(z.string().regex(/^[A-Z_]+$/), z.string());
const serviceSchema = z.strictObject({
  image: z.string(),
  build: z.literal('.').optional(),
  restart: z.enum(['no', 'unless-stopped']),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.literal('ALL')),
  security_opt: z.array(z.literal('no-new-privileges:true')),
  environment,
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  volumes: z.array(z.string().regex(/^[^:]+(?::-[^}]*\})?:\/[a-z_/]+(?::ro)?$/)),
  networks: z.array(z.string()),
  ports: z.array(z.string()).optional(),
  mem_limit: z
    .string()
    .regex(/^\d+g$/)
    .optional(),
  healthcheck: z
    .union([
      z.strictObject({ disable: z.literal(true) }),
      z.strictObject({ test: z.array(z.string()), interval: z.string(), timeout: z.string(), retries: z.int() }),
    ])
    .optional(),
  depends_on: z
    .record(z.string(), z.strictObject({ condition: z.enum(['service_healthy', 'service_completed_successfully', 'service_started']) }))
    .optional(),
});
const composeSchema = z.strictObject({
  name: z.string(),
  'x-app': z.unknown(),
  'x-engine': z.unknown(),
  services: z.record(z.string(), serviceSchema),
  networks: z.record(z.string(), z.strictObject({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.strictObject({})),
});

const compose = composeSchema.parse(parse(read('docker-compose.yml'), { merge: true }));
const service = (name: string) => compose.services[name] ?? expect.fail(`no service ${name}`);
const app = ['keys', 'indexer', 'web'];

const hasCompose = spawnSync('docker', ['compose', 'version'], { stdio: 'ignore' }).status === 0;

describe('docker-compose.yml', () => {
  it('names only services, networks and volumes that it has', () => {
    for (const { depends_on = {}, networks, volumes } of Object.values(compose.services)) {
      expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(Object.keys(depends_on)));
      expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining(networks));
      const named = volumes.map((volume) => volume.split(':')[0] ?? '').filter((source) => /^[a-z-]+$/.test(source));
      expect(Object.keys(compose.volumes)).toEqual(expect.arrayContaining(named));
    }
  });

  it('pins the server that the engine was tried with, and keeps it inside, with a limit and a check of its health', () => {
    const meilisearch = service('meilisearch');
    expect(meilisearch.image).toMatch(new RegExp(`^getmeili/meilisearch:v${serverVersion.replace('.', '\\.')}\\.\\d+$`));
    expect(meilisearch).toMatchObject({ networks: ['inside'], mem_limit: expect.any(String), healthcheck: { test: expect.any(Array) } });
    expect(meilisearch.ports).toBeUndefined();
    expect(compose.networks.inside).toEqual({ internal: true });
    expect(meilisearch.environment.MEILI_MASTER_KEY).toMatch(/^\$\{SUZHANG_MEILI_MASTER_KEY:\?/);
  });

  it('runs the app without a writable system, and gives each part no more than its key', () => {
    for (const name of app) expect(service(name)).toMatchObject({ build: '.', read_only: true });
    expect(app.filter((name) => JSON.stringify(service(name)).includes('MASTER_KEY'))).toEqual(['keys']);
    expect(app.filter((name) => service(name).volumes.some((volume) => volume.startsWith('index-key')))).toEqual(['keys', 'indexer']);
    expect(service('web').volumes.every((volume) => volume.endsWith(':ro'))).toBe(true);
    expect(service('web').ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:.*:3000$/)]);
  });

  it('sets only settings that there are', () => {
    for (const name of app) {
      const ours = Object.keys(service(name).environment).filter((key) => key.startsWith('SUZHANG_'));
      expect(Object.keys(settings)).toEqual(expect.arrayContaining(ours));
    }
  });

  it('begins in order: server, keys, index, web', () => {
    expect(Object.keys(service('keys').depends_on ?? {})).toEqual(['meilisearch']);
    expect(Object.keys(service('indexer').depends_on ?? {})).toEqual(['keys']);
    expect(Object.keys(service('web').depends_on ?? {})).toEqual(['indexer']);
  });

  it('runs programs that there are', () => {
    const scripts = app.flatMap((name) => (service(name).entrypoint ?? []).flatMap((part) => part.match(/bin\/[\w.-]+/g) ?? []));
    expect(scripts).toHaveLength(app.length);
    for (const script of scripts) expect(existsSync(join(root, script))).toBe(true);
  });

  it.skipIf(!hasCompose)('is taken by docker compose config (skipped where docker compose is absent)', () => {
    const env = { ...process.env, SUZHANG_MEILI_MASTER_KEY: 'a-master-key-of-the-test' };
    const { status, stderr } = spawnSync('docker', ['compose', 'config', '--quiet'], { cwd: root, env, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');
  const following = (word: string) => lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

  it('pins the Node that the program is tried with', () => {
    expect(following('FROM').map((from) => from.split(' ')[0])).toEqual(
      Array(2).fill(`node:${packageJson.optionalDependencies.node}-slim`),
    );
  });

  it('does not run as root, and says whether it is well', () => {
    expect(following('USER')).toEqual(['1000']);
    expect(following('HEALTHCHECK')).toHaveLength(1);
  });

  it('copies only what there is and what .dockerignore lets through', () => {
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = following('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(' ').slice(0, -1));
    expect([...new Set(copied)].sort()).toEqual(allowed.sort());
    for (const path of copied) expect(existsSync(join(root, path))).toBe(true);
  });
});
