import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { InvalidInputError } from '../../src/errors.ts';
import { type Running, serve } from '../../web/serve.ts';
import { type House, openHouse } from './support/house.ts';

let house: House | null = null;
const running: Running[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.close(100);
  await house?.close();
  house = null;
});

async function start(port = 0, change?: (house: House) => House['engine']): Promise<Running> {
  house ??= await openHouse();
  const service = await serve({ engine: change?.(house) ?? house.engine, archive: house.archive, host: '127.0.0.1', port });
  running.push(service);
  return service;
}

/** What the server answers to bytes as they are. */
const exchange = (url: string, request: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number.parseInt(new URL(url).port, 10), '127.0.0.1', () => socket.write(request));
    let answer = '';
    socket.on('data', (bytes) => {
      answer += bytes.toString('utf8');
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });

describe('serve', () => {
  it('says how to write an address that holds Chinese characters as they are', async () => {
    const { url } = await start();
    const answer = await exchange(url, 'GET /api/search?q=纾困 HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 .*--data-urlencode/s);
  });

  it('listens, answers over HTTP and says where', async () => {
    const { url } = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'alive' });
  });

  it('names a port that is taken and what to do', async () => {
    const { url } = await start();
    const port = Number.parseInt(new URL(url).port, 10);
    const error = await start(port).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error).toMatchObject({ where: 'port', message: expect.stringMatching(new RegExp(`端口 ${port} 已被占用.*SUZHANG_PORT`)) });
  });

  it('names a host that is not here', async () => {
    house = await openHouse();
    const error = await serve({ engine: house.engine, archive: house.archive, host: '203.0.113.1', port: 0 }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ where: 'host' });
  });

  it('refuses long addresses with a problem, however long they are', async () => {
    const { url } = await start();
    const long = await fetch(`${url}/api/search?q=${'a'.repeat(110_000)}`);
    expect([long.status, long.headers.get('content-type')]).toEqual([414, 'application/problem+json; charset=utf-8']);
    const longer = await exchange(url, `GET /api/search?q=${'a'.repeat(400_000)} HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(longer).toMatch(/^HTTP\/1\.1 431 .*application\/problem\+json.*"status":431/s);
  });

  it('answers what is no HTTP with 400', async () => {
    const { url } = await start();
    expect(await exchange(url, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n.*"status":400/s);
  });

  it('finishes what is under way before it is closed, and takes nothing new', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const service = await start(0, ({ engine }) => ({
      ...engine,
      read: async (work, options) => {
        await held;
        return engine.read(work, options);
      },
    }));
    const asked = fetch(`${service.url}/api/reports`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closing = service.close();
    await expect(fetch(`${service.url}/healthz`)).rejects.toThrow();
    release();
    expect((await asked).status).toBe(200);
    await closing;
  });
});
