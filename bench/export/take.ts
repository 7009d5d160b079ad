import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** How a file was taken: milliseconds to its first byte and to its last, or until the client left; its bytes and lines until then. */
export interface Taken {
  readonly firstByte: number;
  readonly all: number;
  readonly bytes: number;
  readonly lines: number;
}

/** How a client takes a file: it waits after each piece, and leaves when it has had enough. */
export interface Client {
  readonly name: string;
  readonly pauseMs: number;
  readonly leavesAfterMs: number;
}

/** Takes a file as a client does; what the client does not read the service must not make. Rejects when the status is not 200, or the transfer breaks off. */
export async function take(url: string, { pauseMs, leavesAfterMs }: Client): Promise<Taken> {
  const began = performance.now();
  let [firstByte, bytes, lines] = [Number.NaN, 0, 0];
  for await (const piece of await open(url)) {
    if (bytes === 0) firstByte = performance.now() - began;
    bytes += piece.length;
    for (const byte of piece) if (byte === NEWLINE) lines++;
    if (performance.now() - began > leavesAfterMs) break;
    if (pauseMs > 0) await pause(pauseMs);
  }
  return { firstByte, all: performance.now() - began, bytes, lines };
}

const NEWLINE = 10;

/** Milliseconds to the first byte of a file whose client then leaves. Rejects as `take` does. */
export async function firstByteOf(url: string): Promise<number> {
  const began = performance.now();
  for await (const _ of await open(url)) return performance.now() - began;
  throw new Error(`nothing came of ${url}`);
}

const open = (url: string): Promise<AsyncIterable<Buffer>> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'identity' } }, (response) => {
      if (response.statusCode === 200) resolve(response);
      else reject(new Error(`${response.statusCode} for ${url}`));
    }).on('error', reject);
  });
