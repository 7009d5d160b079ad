import { EngineUnavailableError } from '../../errors.ts';
import type { Asks, Verb } from './sqlite-asks.ts';
import type { Columns } from './sqlite-columns.ts';
import { startThread, type Thread } from './sqlite-thread.ts';

/** A reader thread while one reading has it. */
export interface Lease {
  readonly build: string;
  ask<V extends Verb>(verb: V, ask: Asks[V]['ask']): Promise<Asks[V]['answer']>;
}

/** Reader threads, each lent to one reading at a time; who has waited longest is next. */
export interface Pool {
  /** Waiting counts towards the limit. Rejects with EngineUnavailableError past it; a thread that is still busy is then ended and replaced. */
  lend<T>(work: (lease: Lease) => Promise<T>, limitMs: number): Promise<T>;
  close(): Promise<void>;
}

interface Waiting {
  readonly give: (thread: Thread) => void;
  readonly refuse: (error: Error) => void;
}

export function createPool(path: string, size: number): Pool {
  const threads = new Set<Thread>();
  const idle: Thread[] = [];
  const waiting: Waiting[] = [];
  let newest: Columns | null = null;
  let closed = false;

  const free = (thread: Thread) => {
    if (!threads.has(thread)) return;
    const next = waiting.shift();
    if (next === undefined) idle.push(thread);
    else next.give(thread);
  };
  const start = (): Thread => {
    const thread = startThread(path, (gone) => {
      threads.delete(gone);
      if (idle.includes(gone)) idle.splice(idle.indexOf(gone), 1);
      if (!closed && waiting.length > 0) free(start());
    });
    threads.add(thread);
    return thread;
  };
  const take = (signal: AbortSignal): Promise<Thread> => {
    const thread = idle.pop() ?? (threads.size < size ? start() : undefined);
    if (thread !== undefined) return Promise.resolve(thread);
    return new Promise((give, refuse) => {
      const place: Waiting = { give, refuse };
      waiting.push(place);
      signal.addEventListener('abort', () => {
        if (waiting.includes(place)) waiting.splice(waiting.indexOf(place), 1);
        refuse(signal.reason);
      });
    });
  };

  const read = async <T>(work: (lease: Lease) => Promise<T>, signal: AbortSignal): Promise<T> => {
    const thread = await take(signal);
    const stop = () => {
      if (thread.busy()) void thread.end();
    };
    signal.addEventListener('abort', stop);
    try {
      const begun = await thread.send({ kind: 'begin', columns: newest });
      if (begun.kind !== 'begun') throw new Error(`a reader answered ${begun.kind} to begin`);
      if (begun.columns !== null) newest = begun.columns;
      return await work(leaseOf(thread, begun.build, signal));
    } finally {
      signal.removeEventListener('abort', stop);
      await finish(thread);
    }
  };
  /** An ended thread has been replaced already; any other goes on to the next reading once its transaction is over. */
  const finish = async (thread: Thread) => {
    if (!threads.has(thread)) return;
    await thread.send({ kind: 'end' }).then(
      () => free(thread),
      () => thread.end(),
    );
  };

  return {
    async lend(work, limitMs) {
      if (closed) throw new EngineUnavailableError('the index is closed');
      const controller = new AbortController();
      const late = new Promise<never>((_, reject) => {
        controller.signal.addEventListener('abort', () => reject(controller.signal.reason));
      });
      const timer = setTimeout(
        () => controller.abort(new EngineUnavailableError(`the search took longer than ${limitMs} ms and was ended`)),
        limitMs,
      );
      try {
        return await Promise.race([read(work, controller.signal), late]);
      } finally {
        clearTimeout(timer);
        if (!controller.signal.aborted) controller.abort(new EngineUnavailableError('the reading is over'));
        late.catch(() => undefined);
      }
    },
    async close() {
      closed = true;
      for (const { refuse } of waiting.splice(0)) refuse(new EngineUnavailableError('the index is closed'));
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
}

function leaseOf(thread: Thread, build: string, signal: AbortSignal): Lease {
  return {
    build,
    async ask(verb, ask) {
      signal.throwIfAborted();
      const reply = await thread.send({ kind: 'ask', verb, ask });
      if (reply.kind !== 'answer') throw new Error(`a reader answered ${reply.kind} to ${verb}`);
      // The worker answers each verb with what Asks says of it; both ends are this folder.
      return reply.answer as Asks[typeof verb]['answer'];
    },
  };
}
