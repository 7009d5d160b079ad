import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { MB } from '../figures.ts';

const beginSchema = z.object({ url: z.string() });
const stateSchema = z.object({ rss: z.number(), processor: z.number() });

/** A service in a process of its own, so that its memory is its own. */
export interface ServiceApart {
  readonly url: string;
  /** Memory in MB, processor time of all threads in seconds. */
  state(): Promise<{ readonly rss: number; readonly processor: number }>;
  end(): Promise<void>;
}

export async function startApart(index: string): Promise<ServiceApart> {
  const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), [index]);
  const { url } = beginSchema.parse(await messageOf(child));
  return {
    url,
    async state() {
      child.send('state');
      const { rss, processor } = stateSchema.parse(await messageOf(child));
      return { rss: rss / MB, processor: processor / 1e6 };
    },
    async end() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

async function messageOf(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const gone = once(child, 'exit', { signal: ended.signal }).then(() => Promise.reject(new Error('the service ended')));
  const [message] = await Promise.race([once(child, 'message'), gone]);
  gone.catch(() => undefined);
  ended.abort();
  return message;
}
