import { EngineUnavailableError } from '../../errors.ts';
import type { Columns } from './sqlite-columns.ts';
import { type Lease, leaseOf } from './sqlite-lease.ts';
import { startThread, type Thread } from './sqlite-thread.ts';

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

/** The end of one reading, by its limit or because it is done: from then on its reader refuses. */
interface Over {
  readonly signal: AbortSignal;
  /** Rejects when the limit is reached. */
  readonly late: Promise<never>;
}

export function createPool(path: string, size: number): Pool {
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
    const thread = startThread(path, (gone) => {
      threads.delete(gone);
      if (idle.includes(gone)) idle.splice(idle.indexOf(gone), 1);
      if (!closed && waiting.length > 0) free(start());
    });
    threads.add(thread);
    return thread;
  };
  const take = ({ signal }: Over): Promise<Thread> => {
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
    const over = thread.busy() ? thread.end() : thread.send({ kind: 'end' });
    over.catch(() => thread.end());
    free(thread);
  };

  const run = async <T>(work: (lease: Lease) => Promise<T>, over: Over): Promise<T> => {
    const thread = await take(over);
    try {
      const columns = await Promise.race([begin(thread), over.late]);
      return await Promise.race([work(leaseOf(thread, columns, over.signal)), over.late]);
    } finally {
      giveBack(thread);
    }
  };

  return {
    async lend(work, limitMs) {
      if (closed) throw new EngineUnavailableError('索引已关闭');
      const controller = new AbortController();
      const { promise: late, reject } = Promise.withResolvers<never>();
      late.catch(() => undefined);
      const timer = setTimeout(() => {
        const error = new EngineUnavailableError(`检索超过 ${limitMs} 毫秒，已中止；请缩小范围后再试`);
        controller.abort(error);
        reject(error);
      }, limitMs);
      try {
        return await run(work, { signal: controller.signal, late });
      } finally {
        clearTimeout(timer);
        controller.abort(new EngineUnavailableError('这次读取已结束'));
      }
    },
    async close() {
      closed = true;
      for (const { refuse } of waiting.splice(0)) refuse(new EngineUnavailableError('索引已关闭'));
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
}
