import { Meilisearch, MeilisearchApiError } from 'meilisearch';
import type { z } from 'zod';
import { EngineUnavailableError } from '../../errors.ts';
import { nameError } from './meilisearch-errors.ts';
import { createTransport, unwrapped } from './meilisearch-transport.ts';

export interface ServerAddress {
  readonly url: string;
  readonly key: string | null;
}

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** What the body is, where it is not JSON to be made of a value. */
  readonly contentType?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Asks the server and reads its answers strictly. Rejects with errors that say what to do. */
export interface Client {
  readonly url: string;
  ask<T>(ask: Ask, answer: z.ZodType<T>): Promise<T>;
}

/** So many requests at once; the others wait. The server answers as many searches at once as it has threads. */
const mostAtOnce = 16;

/** What a single request may take. Readers end sooner, by their own limit. */
const requestMs = 120_000;

/** Before the one retry, unless the server says how long. */
const retryMs = 200;
const longestRetryMs = 2_000;

export function createClient({ url, key }: ServerAddress): Client {
  const client = new Meilisearch({
    host: url,
    ...(key === null ? {} : { apiKey: key }),
    timeout: requestMs,
    // Compressed answers are sent in chunks that meet delayed acknowledgement: 40 ms a request for nothing.
    requestInit: { headers: { 'accept-encoding': 'identity' } },
    httpClient: createTransport(url),
  });
  const turn = createTurns(mostAtOnce);
  const send = ({ method, path, body, contentType, signal }: Ask): Promise<unknown> => {
    const options = {
      path,
      ...(body === undefined ? {} : { body: body as object }),
      ...(contentType === undefined ? {} : { contentType }),
      extraRequestInit: signal === undefined ? {} : { signal },
    };
    const { httpRequest } = client;
    return {
      GET: () => httpRequest.get(options),
      POST: () => httpRequest.post(options),
      PATCH: () => httpRequest.patch(options),
      DELETE: () => httpRequest.delete(options),
    }[method]();
  };
  const sendTwice = async (ask: Ask): Promise<unknown> => {
    try {
      return await send(ask);
    } catch (wrapped) {
      const error = unwrapped(wrapped);
      const wait = waitBeforeRetry(error);
      if (wait === null || ask.signal?.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
      return await send(ask);
    }
  };
  return {
    url,
    async ask(ask, answer) {
      const done = await turn();
      try {
        const found = await sendTwice(ask).catch((error: unknown) => {
          throw nameError(url, unwrapped(error));
        });
        const read = answer.safeParse(found);
        if (!read.success)
          throw new EngineUnavailableError(`Meilisearch（${url}）对 ${ask.path} 的回答不是预期的形式：${read.error.message}`);
        return read.data;
      } finally {
        done();
      }
    },
  };
}

/** Milliseconds to wait before a request is sent once more; null: asking again would change nothing. */
function waitBeforeRetry(error: unknown): number | null {
  if (!(error instanceof MeilisearchApiError)) return retryMs;
  if (error.response.status !== 503) return null;
  const seconds = Number.parseInt(error.response.headers.get('retry-after') ?? '', 10);
  return Number.isNaN(seconds) ? retryMs : Math.min(longestRetryMs, seconds * 1000);
}

/** A queue with so many places. The answer gives the place back. */
function createTurns(most: number): () => Promise<() => void> {
  let taken = 0;
  const waiting: (() => void)[] = [];
  const done = () => {
    const next = waiting.shift();
    if (next === undefined) taken--;
    else next();
  };
  return async () => {
    if (taken < most) taken++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    return done;
  };
}
