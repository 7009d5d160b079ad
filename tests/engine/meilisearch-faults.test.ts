import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { noFilters } from '../../src/engine/filters.ts';
import { diagnoseMeilisearch } from '../../src/engine/meilisearch/meilisearch-diagnose.ts';
import { type MeilisearchOptions, openMeilisearchEngine } from '../../src/engine/meilisearch/meilisearch-engine.ts';
import { indexNames } from '../../src/engine/meilisearch/meilisearch-settings.ts';
import { BusyError, EngineUnavailableError, IndexDamagedError, InvalidInputError } from '../../src/errors.ts';
import { everything } from '../../src/query/ast.ts';
import { type FaultyProxy, startFaultyProxy } from '../support/faulty-proxy.ts';
import { type MeilisearchServer, noServer, startMeilisearch } from '../support/meilisearch-server.ts';
import { storeReport } from '../support/store-report.ts';
import { literal } from './contract.ts';
import { generateReport } from './generated-reports.ts';

const count = (engine: Engine, limitMs = 5_000) =>
  engine.read((reader) => reader.match(everything, { filters: noFilters, facets: ['kind'], order: 'source', from: 0, size: 5 }), {
    limitMs,
  });
const totalOf = async (engine: Engine) => (await count(engine)).total;

/** The error of something that must go wrong. */
async function errorOf(work: Promise<unknown>): Promise<Error> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof Error ? error : expect.fail('nothing went wrong');
}

describe.skipIf(noServer !== null)(`faults between the engine and a real server${noServer === null ? '' : ` (${noServer})`}`, () => {
  let server: MeilisearchServer;
  let proxy: FaultyProxy;
  let engine: Engine;
  let prefixes = 0;
  const options = (given: Partial<MeilisearchOptions> = {}): MeilisearchOptions => ({
    url: proxy.url,
    key: server.key,
    prefix: `faults-${++prefixes}`,
    generation: '1',
    ...given,
  });
  const direct = (method: string, path: string, body?: unknown) =>
    fetch(`${server.url}/${path}`, {
      method,
      headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).then((answer) => answer.json());

  beforeAll(async () => {
    server = await startMeilisearch();
    proxy = await startFaultyProxy(server.url);
    engine = await openMeilisearchEngine(options({ prefix: 'faults' }));
    for (let seed = 1; seed <= 3; seed++) await storeReport(engine, generateReport(seed, 20));
  });
  afterEach(() => proxy.heal());
  afterAll(async () => {
    await engine.close();
    await proxy.close();
    await server.stop();
  });

  it('asks once more when a connection is cut, before or within the answer', async () => {
    for (const kind of ['cut', 'cut-answer'] as const) {
      proxy.spoil({ fault: { kind }, times: 1 });
      expect(await totalOf(engine)).toBe(60);
      expect(proxy.spoilt()).toBe(1);
    }
  });

  it('asks once more after a 503, and waits as long as it says', async () => {
    proxy.spoil({ fault: { kind: 'status', status: 503, body: '{}', headers: { 'retry-after': '1' } }, times: 1 });
    const began = performance.now();
    expect(await totalOf(engine)).toBe(60);
    expect(performance.now() - began).toBeGreaterThan(900);
  });

  it.each([
    ['cuts every connection', { kind: 'cut' }],
    ['answers 503', { kind: 'status', status: 503, body: '{}' }],
    ['answers with a page of a proxy', { kind: 'status', status: 502, body: '<html>bad gateway</html>' }],
    ['answers 500', { kind: 'status', status: 500, body: '{"message":"x","code":"internal","type":"internal","link":""}' }],
    ['answers something else', { kind: 'change', change: () => '{"other":1}' }],
    ['answers half a document', { kind: 'change', change: (body: string) => body.slice(0, body.length / 2) }],
  ] as const)('says that the engine is not available when the server %s', async (_, fault) => {
    proxy.spoil({ fault });
    const error = await errorOf(count(engine));
    expect(error).toBeInstanceOf(EngineUnavailableError);
    expect(error).toMatchObject({ retryAfterSeconds: expect.any(Number), message: expect.stringContaining(proxy.url) });
    proxy.heal();
    expect(await totalOf(engine)).toBe(60);
  });

  it('never answers with less when only counting, or only listing, goes wrong', async () => {
    for (const path of [/multi-search/, /fetch/, /documents\/state/]) {
      // A state read a moment ago would be used again.
      await new Promise((resolve) => setTimeout(resolve, 300));
      proxy.spoil({ fault: { kind: 'status', status: 503, body: '{}' }, path });
      await expect(
        engine.read((reader) =>
          reader.match(literal(`预${prefixes++}`), { filters: noFilters, facets: ['kind'], order: 'source', from: 0, size: 5 }),
        ),
      ).rejects.toBeInstanceOf(EngineUnavailableError);
    }
  });

  it('ends a reading past its limit while the server is slow, and others go on afterwards', async () => {
    proxy.spoil({ fault: { kind: 'slow', ms: 2_000 } });
    const began = performance.now();
    await expect(count(engine, 150)).rejects.toBeInstanceOf(EngineUnavailableError);
    expect(performance.now() - began).toBeLessThan(1_000);
    proxy.heal();
    expect(await totalOf(engine)).toBe(60);
  });

  it('says that nothing listens there, and what to do', async () => {
    const error = await errorOf(openMeilisearchEngine(options({ url: 'http://127.0.0.1:9' })));
    expect(error).toBeInstanceOf(EngineUnavailableError);
    expect(error.message).toMatch(/SUZHANG_MEILI_URL/);
  });

  it('refuses a wrong key by its setting, without showing it', async () => {
    const error = await errorOf(openMeilisearchEngine(options({ key: 'not-the-key' })));
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error).toMatchObject({ where: 'SUZHANG_MEILI_KEY' });
    expect(error.message).not.toContain('not-the-key');
  });

  it('refuses a server of another version', async () => {
    proxy.spoil({
      fault: { kind: 'change', change: (body) => body.replace(/"pkgVersion":"[^"]+"/, '"pkgVersion":"1.49.3"') },
      path: /version/,
    });
    const error = await errorOf(openMeilisearchEngine(options()));
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error.message).toMatch(/1\.49\.3.*1\.50/);
  });

  it('says that the index is gone', async () => {
    const own = options();
    const lost = await openMeilisearchEngine(own);
    await storeReport(lost, generateReport(1, 5));
    const task = (await direct('DELETE', `indexes/${indexNames(own.prefix, '1').store}`)) as { taskUid: number };
    await untilDone(task.taskUid);
    const error = await errorOf(count(lost));
    expect(error).toBeInstanceOf(IndexDamagedError);
    expect(error.message).toMatch(/rebuild/);
    await expect(storeReport(lost, generateReport(2, 5))).rejects.toThrow(/rebuild|没有/);
  });

  it('says which settings another hand has changed', async () => {
    const own = options();
    const first = await openMeilisearchEngine(own);
    await first.close();
    const names = indexNames(own.prefix, '1');
    const task = (await direct('PATCH', `indexes/${names.documents}/settings`, { faceting: { maxValuesPerFacet: 3 } })) as {
      taskUid: number;
    };
    await untilDone(task.taskUid);
    const error = await errorOf(openMeilisearchEngine(own));
    expect(error).toBeInstanceOf(IndexDamagedError);
    expect(error.message).toMatch(/faceting.*rebuild/);
    expect((await diagnoseMeilisearch(own)).at(-1)).toMatchObject({ well: false, says: expect.stringContaining('faceting') });
  });

  it.each([
    ['failed', 'no_space_left_on_device', /磁盘已满/],
    ['failed', 'invalid_document_fields', /invalid_document_fields/],
    ['canceled', null, /取消/],
  ] as const)('keeps the old report when a task is %s (%s)', async (status, code, says) => {
    const own = await openMeilisearchEngine(options());
    await storeReport(own, generateReport(1, 10));
    const build = await own.read(async (reader) => reader.build);
    proxy.spoil({ fault: { kind: 'change', change: (body) => spoilTask(body, status, code) }, path: /tasks\/\d+/, method: 'GET' });
    const error = await errorOf(storeReport(own, { ...generateReport(1, 10), facts: [] }));
    expect(error).toBeInstanceOf(EngineUnavailableError);
    expect(error.message).toMatch(says);
    proxy.heal();
    expect(await own.read(async (reader) => reader.build)).toBe(build);
    expect(await totalOf(own)).toBe(10);
    await storeReport(own, generateReport(9, 7));
    expect(await totalOf(own)).toBe(17);
    await own.close();
  });

  it('stores what was sent behind a write that fails, and nothing of that one', async () => {
    const own = await openMeilisearchEngine(options());
    await storeReport(own, generateReport(1, 10));
    proxy.spoil({
      fault: { kind: 'change', change: (body) => spoilTask(body, 'failed', 'no_space_left_on_device') },
      path: /tasks\/\d+/,
      method: 'GET',
      times: 1,
    });
    const failing = storeReport(own, generateReport(2, 10));
    failing.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const behind = Array.from({ length: 20 }, (_, index) => storeReport(own, generateReport(10 + index, 7)));
    await expect(failing).rejects.toThrow(/磁盘已满/);
    await Promise.all(behind);
    expect(await totalOf(own)).toBe(10 + 20 * 7);
    expect(await own.read((reader) => reader.report(generateReport(2, 10).report.id))).toBeNull();
    await own.close();
  });

  it('names a payload that the server takes for too large', async () => {
    const own = await openMeilisearchEngine(options());
    proxy.spoil({
      fault: { kind: 'status', status: 413, body: '{"message":"too large","code":"payload_too_large","type":"invalid_request","link":""}' },
      path: /documents\?primaryKey/,
    });
    const error = await errorOf(storeReport(own, generateReport(1, 10)));
    expect(error.message).toMatch(/http-payload-size-limit/);
    proxy.heal();
    await own.close();
  });

  it('refuses a second writer on any machine, and lets it write when the first has closed', async () => {
    const own = options();
    const [first, second] = [await openMeilisearchEngine(own), await openMeilisearchEngine(own)];
    await storeReport(first, generateReport(1, 5));
    await expect(storeReport(second, generateReport(2, 5))).rejects.toBeInstanceOf(BusyError);
    await expect(second.removeReport('none')).rejects.toThrow(/正在写入/);
    expect(await totalOf(second)).toBe(5);
    await first.close();
    await storeReport(second, generateReport(2, 5));
    expect(await totalOf(second)).toBe(10);
    await second.close();
  });

  it('of two that begin to write at once lets at most one', async () => {
    const own = options();
    const both = [await openMeilisearchEngine(own), await openMeilisearchEngine(own)];
    const written = await Promise.allSettled(both.map((one, index) => storeReport(one, generateReport(index + 1, 5))));
    expect(written.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
    for (const one of both) await one.close();
  });

  it('finds every report old or new after a writer was killed, and the next writer goes on', async () => {
    const own = options();
    const before = await openMeilisearchEngine(own);
    await storeReport(before, generateReport(1, 10));
    await before.close();
    for (const ms of [0, 60, 200]) {
      const script = fileURLToPath(new URL('./write-meilisearch.ts', import.meta.url));
      const child = spawn(process.execPath, [script, own.url, own.key ?? '', own.prefix, '2', '30'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [began] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
      expect(String(began)).toMatch(/writing/);
      await new Promise((resolve) => setTimeout(resolve, ms));
      child.kill('SIGKILL');
      await once(child, 'exit');
      const after = await openMeilisearchEngine(own);
      expect([10, 40]).toContain(await totalOf(after));
      await storeReport(after, generateReport(1, 10));
      expect([10, 40]).toContain(await totalOf(after));
      await after.removeReport(generateReport(2, 30).report.id);
      expect(await totalOf(after)).toBe(10);
      await after.close();
    }
  });

  it('reads with a key that may only search, and says so when nothing is there to read', async () => {
    const own = options();
    const actions = ['search', 'documents.get', 'settings.get'];
    const { key } = (await direct('POST', 'keys', { actions, indexes: [`${own.prefix}-*`], expiresAt: null })) as { key: string };
    const error = await errorOf(openMeilisearchEngine({ ...own, key }));
    expect(error).toBeInstanceOf(IndexDamagedError);
    expect(error.message).toMatch(/只能检索/);
    const writer = await openMeilisearchEngine(own);
    await storeReport(writer, generateReport(1, 10));
    await writer.close();
    const reader = await openMeilisearchEngine({ ...own, key });
    expect(await totalOf(reader)).toBe(10);
    expect((await errorOf(storeReport(reader, generateReport(2, 5)))).message).toMatch(/SUZHANG_MEILI_KEY/);
    await reader.close();
  });

  it('says of each part whether it is well', async () => {
    const found = await diagnoseMeilisearch(options({ prefix: 'faults' }));
    expect(found.filter(({ well }) => !well)).toEqual([]);
    expect(found).toHaveLength(6);
    const none = await diagnoseMeilisearch(options());
    expect(none.at(-1)).toMatchObject({ what: 'Meilisearch 密钥与索引', well: false, fix: expect.stringContaining('rebuild') });
    const down = await diagnoseMeilisearch(options({ url: 'http://127.0.0.1:9' }));
    expect(down).toMatchObject([{ what: 'Meilisearch 服务器', well: false }]);
  });

  async function untilDone(uid: number): Promise<void> {
    for (;;) {
      const { status } = (await direct('GET', `tasks/${uid}`)) as { status: string };
      if (status === 'succeeded') return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
});

/** A finished task as one that the server could not do. */
function spoilTask(body: string, status: string, code: string | null): string {
  const task = JSON.parse(body) as Record<string, unknown>;
  return JSON.stringify({ ...task, status, error: code === null ? null : { message: 'spoilt', code, type: 'internal', link: '' } });
}
