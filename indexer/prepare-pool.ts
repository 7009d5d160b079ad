import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { SuzhangError, UnreadableSourceError } from '../src/errors.ts';
import { keepHeapsLean } from './lean-heaps.ts';
import type { Task } from './prepare.ts';
import type { PreparedReport } from './prepare-report.ts';
import type { WorkerAnswer, WorkerOptions } from './prepare-worker.ts';

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

interface Waiting {
  readonly task: Task;
  readonly isLarge: boolean;
  readonly resolve: (prepared: PreparedReport) => void;
  readonly reject: (error: Error) => void;
}

/** Larger sources, and those that turn out to need more, have a worker with a heap of their own, which ends with them. A source of 64 MB takes about half of it. */
const LARGE_BYTES = 2 * 1024 * 1024;
const LARGE_HEAP_MB = 4096;

const sizeOf = ({ source }: Task): number => ('bytes' in source ? source.bytes.length : source.text.text.length);

export function openPreparePool({ jobs, timeoutMs, heapMb: ordinaryHeapMb = 192, projector }: PoolOptions): PreparePool {
  const letHeapsGrow = keepHeapsLean();
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();

  const start = (heapMb: number): Worker => {
    const workerData: WorkerOptions = { projector };
    const worker = new Worker(new URL('./prepare-worker.ts', import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32 },
    });
    all.add(worker);
    return worker;
  };
  const workerFor = (isLarge: boolean): Worker => {
    const spare = idle.pop();
    if (!isLarge) return spare ?? start(ordinaryHeapMb);
    if (spare !== undefined) end(spare);
    return start(LARGE_HEAP_MB);
  };
  const end = (worker: Worker) => {
    all.delete(worker);
    void worker.terminate();
  };
  const next = () => {
    if (queue.length === 0 || (idle.length === 0 && all.size >= jobs)) return;
    const waiting = queue.shift();
    if (waiting !== undefined) run(workerFor(waiting.isLarge), waiting);
  };

  const run = (worker: Worker, waiting: Waiting) => {
    const { task, isLarge, resolve, reject } = waiting;
    const finish = (settle: () => void, keep: boolean) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      if (keep && !isLarge) idle.push(worker);
      else end(worker);
      settle();
      next();
    };
    const onMessage = (answer: WorkerAnswer) => finish(() => settle(answer, resolve, reject), true);
    const onError = (error: Error) =>
      finish(() => (isOutOfMemory(error) && !isLarge ? queue.push({ ...waiting, isLarge: true }) : reject(crashed(error))), false);
    const onExit = (code: number) => finish(() => reject(new PrepareError(`读取线程意外结束（${code}）。`, '')), false);
    const timer = setTimeout(() => finish(() => reject(tooSlow(timeoutMs)), false), timeoutMs);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(task);
  };

  return {
    prepare: (task) =>
      new Promise((resolve, reject) => {
        queue.push({ task, isLarge: sizeOf(task) > LARGE_BYTES, resolve, reject });
        next();
      }),
    async close() {
      await Promise.all([...all].map((worker) => worker.terminate()));
      letHeapsGrow();
    },
  };
}

function settle(answer: WorkerAnswer, resolve: (prepared: PreparedReport) => void, reject: (error: Error) => void): void {
  if (answer.kind === 'prepared') resolve(answer.prepared);
  else if (answer.kind === 'unreadable') reject(new UnreadableSourceError(answer.reason, answer.message));
  else reject(new PrepareError(`解析时程序出错：${answer.message}`, answer.stack));
}

const tooSlow = (timeoutMs: number) =>
  new UnreadableSourceError('too-slow', `超过 ${timeoutMs / 1000} 秒仍未读完，已中止。可用 --file-timeout 放宽后加 --retry-failed 重试。`);

const isOutOfMemory = (error: NodeJS.ErrnoException): boolean => error.code === 'ERR_WORKER_OUT_OF_MEMORY';

function crashed(error: Error): Error {
  if (isOutOfMemory(error)) return new UnreadableSourceError('too-much-memory', `读取所需内存超过 ${LARGE_HEAP_MB} MB，已中止。`);
  return new PrepareError(`解析时程序出错：${error.message}`, error.stack ?? '');
}
