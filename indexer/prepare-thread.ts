import { startWorker } from '../src/start-worker.ts';
import { WORKER_NURSERY_MB } from './lean-heaps.ts';
import type { Task } from './prepare.ts';
import type { PreparedReport } from './prepare-report.ts';
import type { WorkerAnswer, WorkerOptions } from './prepare-worker.ts';

/** A source that is to be prepared, and who waits for it. */
export interface Job {
  readonly task: Task;
  readonly isLarge: boolean;
  readonly resolve: (prepared: PreparedReport) => void;
  readonly reject: (error: Error) => void;
}

/** A worker with the jobs it was given. The first is under way; those behind it lie at its door, so that it goes on without waiting for us. */
export interface PrepareThread {
  readonly isLarge: boolean;
  /** How many jobs it has. */
  load(): number;
  give(job: Job): void;
  /** Afterwards it is gone; what it was given is neither prepared nor refused. */
  end(): Promise<void>;
}

export interface ThreadOptions {
  readonly heapMb: number;
  readonly isLarge: boolean;
  readonly timeoutMs: number;
  readonly options: WorkerOptions;
  readonly onAnswer: (job: Job, answer: WorkerAnswer) => void;
  /** It is gone: it failed at a job, or took too long over it (null). The others it had were not begun. */
  readonly onLost: (job: Job | undefined, others: readonly Job[], error: Error | null) => void;
}

export function startThread({ heapMb, isLarge, timeoutMs, options, onAnswer, onLost }: ThreadOptions): PrepareThread {
  const jobs: Job[] = [];
  const worker = startWorker(new URL('./prepare-worker.ts', import.meta.url), {
    workerData: options,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: WORKER_NURSERY_MB },
  });
  let timer: NodeJS.Timeout | undefined;
  const startClock = () => {
    clearTimeout(timer);
    timer = jobs.length === 0 ? undefined : setTimeout(() => lose(null), timeoutMs);
  };
  const end = async () => {
    clearTimeout(timer);
    // A thread that runs out of memory while it is being ended says so: unheard, that would end the program.
    worker.removeAllListeners().on('error', () => undefined);
    await worker.terminate();
  };
  const lose = (error: Error | null) => {
    const [first, ...others] = jobs.splice(0);
    void end();
    onLost(first, others, error);
  };
  worker.on('message', (answer: WorkerAnswer) => {
    const job = jobs.shift();
    startClock();
    if (job !== undefined) onAnswer(job, answer);
  });
  worker.on('error', lose);
  worker.on('exit', (code) => lose(new Error(`读取线程意外结束（${code}）。`)));
  return {
    isLarge,
    load: () => jobs.length,
    give(job) {
      jobs.push(job);
      if (jobs.length === 1) startClock();
      worker.postMessage(job.task);
    },
    end,
  };
}
