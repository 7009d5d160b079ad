import { availableParallelism } from 'node:os';
import { SuzhangError, UnreadableSourceError } from '../src/errors.ts';
import { keepHeapsLean } from './lean-heaps.ts';
import type { Task } from './prepare.ts';
import type { PreparedReport } from './prepare-report.ts';
import { type Job, type PrepareThread, startThread } from './prepare-thread.ts';
import type { WorkerAnswer } from './prepare-worker.ts';

/** Prepares sources in worker threads: nothing a file holds can block, crash or fill the process that started it. */
export interface PreparePool {
  /** Rejects with UnreadableSourceError (also when the file takes too long or too much memory) or PrepareError. */
  prepare(task: Task): Promise<PreparedReport>;
  close(): Promise<void>;
}

/** A fault of the program while it took a source apart. `detail` (its stack in the worker) is for the ledger. */
export class PrepareError extends SuzhangError {
  override readonly kind = 'prepare-failed';
  readonly detail: string;

  constructor(message: string, detail: string) {
    super(message);
    this.detail = detail;
  }
}

export interface PoolOptions {
  /** Workers at most; each is started when first needed. */
  readonly jobs: number;
  /** A file that takes longer is ended and named. */
  readonly timeoutMs: number;
  /** Heap of an ordinary worker: the less it may take, the less garbage it lets lie. */
  readonly heapMb?: number;
  /** Of the engine that is to store what is prepared; null: nothing is stored. */
  readonly projector: string | null;
}

/** How many sources are prepared at once unless asked otherwise: a processor is left to the thread that stores them. Each worker takes about 100 MB. */
export const defaultJobs = (): number => Math.min(2, Math.max(1, availableParallelism() - 1));

/** Larger sources, and those that turn out to need more, have a worker with a heap of their own, which ends with them. A source of 64 MB takes about half of it. */
const LARGE_BYTES = 2 * 1024 * 1024;
const LARGE_HEAP_MB = 4096;
/** Jobs of an ordinary worker: one under way and one that waits. */
const JOBS_EACH = 2;

const sizeOf = ({ source }: Task): number => ('bytes' in source ? source.bytes.length : source.text.text.length);

export function openPreparePool({ jobs, timeoutMs, heapMb = 192, projector }: PoolOptions): PreparePool {
  const letHeapsGrow = keepHeapsLean();
  const queue: Job[] = [];
  const threads = new Set<PrepareThread>();

  const start = (isLarge: boolean): PrepareThread => {
    const thread: PrepareThread = startThread({
      heapMb: isLarge ? LARGE_HEAP_MB : heapMb,
      isLarge,
      timeoutMs,
      options: { projector },
      onAnswer(job, answer) {
        if (isLarge) retire(thread);
        settle(answer, job);
        next();
      },
      onLost(job, others, error) {
        threads.delete(thread);
        if (job !== undefined && isOutOfMemory(error) && !isLarge) others = [{ ...job, isLarge: true }, ...others];
        else job?.reject(error === null ? tooSlow(timeoutMs) : crashed(error));
        queue.unshift(...others);
        next();
      },
    });
    threads.add(thread);
    return thread;
  };
  const retire = (thread: PrepareThread) => {
    threads.delete(thread);
    void thread.end();
  };
  /** The thread that takes the job now; null: all have enough. */
  const threadFor = ({ isLarge }: Job): PrepareThread | null => {
    const ordinary = [...threads].filter((thread) => !thread.isLarge).sort((a, b) => a.load() - b.load());
    const [idlest] = ordinary;
    if (isLarge && idlest?.load() === 0) retire(idlest);
    else if (!isLarge && idlest?.load() === 0) return idlest;
    if (threads.size < jobs) return start(isLarge);
    return !isLarge && idlest !== undefined && idlest.load() < JOBS_EACH ? idlest : null;
  };
  const next = () => {
    for (let job = queue[0]; job !== undefined; job = queue[0]) {
      const thread = threadFor(job);
      if (thread === null) return;
      queue.shift();
      thread.give(job);
    }
  };

  return {
    prepare: (task) =>
      new Promise((resolve, reject) => {
        queue.push({ task, isLarge: sizeOf(task) > LARGE_BYTES, resolve, reject });
        next();
      }),
    async close() {
      await Promise.all([...threads].map((thread) => thread.end()));
      letHeapsGrow();
    },
  };
}

function settle(answer: WorkerAnswer, { resolve, reject }: Job): void {
  if (answer.kind === 'prepared') resolve(answer.prepared);
  else if (answer.kind === 'unreadable') reject(new UnreadableSourceError(answer.reason, answer.message));
  else reject(new PrepareError(`解析时程序出错：${answer.message}`, answer.stack));
}

const tooSlow = (timeoutMs: number) =>
  new UnreadableSourceError('too-slow', `超过 ${timeoutMs / 1000} 秒仍未读完，已中止。可用 --file-timeout 放宽后加 --retry-failed 重试。`);

const isOutOfMemory = (error: Error | null): boolean => error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

function crashed(error: Error): Error {
  if (isOutOfMemory(error)) return new UnreadableSourceError('too-much-memory', `读取所需内存超过 ${LARGE_HEAP_MB} MB，已中止。`);
  return new PrepareError(`解析时程序出错：${error.message}`, error.stack ?? '');
}
