import { EngineUnavailableError } from '../../errors.ts';
import type { Columns } from './sqlite-columns.ts';
import { type Lease, leaseOf } from './sqlite-lease.ts';
import { type Limit, startLimit } from './sqlite-limit.ts';
import type { OpenedIndex } from './sqlite-opened.ts';
import { startThread, type Thread } from './sqlite-thread.ts';

/** Reader threads, each lent to one reading at a time; who has waited longest is next. */
export interface Pool {
  /**
   * Waiting counts towards the limit. Rejects with EngineUnavailableError past it; a thread that is still busy is then ended and replaced.
   * Rejects with IndexReplacedError, `work` not begun, where a thread is needed whose file is no longer that of the others.
   */
  lend<T>(work: (lease: Lease) => Promise<T>, limitMs: number): Promise<T>;
  close(): Promise<void>;
}

interface Waiting {
  readonly give: (thread: Thread) => void;
  readonly refuse: (error: Error) => void;
}

/** The most `size` threads, from 1, each started when it is first needed. */
export function createPool(index: OpenedIndex, size: number): Pool {
  const threads = new Set<Thread>();
  /** What each thread has in memory, so that columns are sent only where they are missing. */
  const columnsOf = new WeakMap<Thread, Columns>();
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
    const thread = startThread(index, (gone) => {
      threads.delete(gone);
      if (idle.includes(gone)) idle.splice(idle.indexOf(gone), 1);
      if (!closed && waiting.length > 0) free(start());
    });
    threads.add(thread);
    return thread;
  };
  const take = ({ signal, wait }: Limit): Promise<Thread> => {
    const thread = idle.pop() ?? (threads.size < size ? start() : undefined);
    if (thread !== undefined) return Promise.resolve(thread);
    wait();
    return new Promise((give, refuse) => {
      const place: Waiting = { give, refuse };
      waiting.push(place);
      signal.addEventListener('abort', () => {
        if (waiting.includes(place)) waiting.splice(waiting.indexOf(place), 1);
        refuse(signal.reason);
      });
    });
  };
  const begin = async (thread: Thread): Promise<Columns> => {
    const before = columnsOf.get(thread);
    const sent = newest !== null && newest.build !== before?.build ? newest : null;
    const begun = await thread.send({ kind: 'begin', columns: sent });
    if (begun.kind !== 'begun') throw new Error(`a reader answered ${begun.kind} to begin`);
    if (begun.columns !== null) newest = begun.columns;
    const columns = [begun.columns, sent, before].find((one) => one?.build === begun.build);
    if (!columns) throw new Error(`a reader reads build ${begun.build}, whose columns it did not send`);
    columnsOf.set(thread, columns);
    return columns;
  };
  /** A busy thread cannot be stopped otherwise than by ending it; any other goes on, and ends its transaction before whatever it is sent next. */
  const giveBack = (thread: Thread) => {
    if (!threads.has(thread)) return;
    if (thread.busy()) void thread.end(new EngineUnavailableError('这次读取已中止'));
    else thread.send({ kind: 'end' }).catch((error: Error) => thread.end(error));
    free(thread);
  };

  const run = async <T>(work: (lease: Lease) => Promise<T>, limit: Limit): Promise<T> => {
    const thread = await take(limit);
    limit.found();
    try {
      const columns = await Promise.race([begin(thread), limit.late]);
      return await Promise.race([work(leaseOf(thread, columns, limit.signal)), limit.late]);
    } finally {
      giveBack(thread);
    }
  };

  return {
    async lend(work, limitMs) {
      if (closed) throw closedError();
      const limit = startLimit(limitMs);
      try {
        return await run(work, limit);
      } finally {
        limit.over();
      }
    },
    async close() {
      closed = true;
      for (const { refuse } of waiting.splice(0)) refuse(closedError());
      await Promise.all([...threads].map((thread) => thread.end(closedError())));
    },
  };
}

const closedError = () => new EngineUnavailableError('索引已关闭');
