import { EngineUnavailableError, IndexDamagedError, IndexReplacedError } from '../../errors.ts';
import { startWorker } from '../../start-worker.ts';
import type { Answered, Failure, FromWorker, Reply, ToWorker } from './sqlite-asks.ts';
import type { OpenedIndex } from './sqlite-opened.ts';

/** A reader thread as the main thread sees it: each message is answered by one message, in order, before which parts of the answer may come. */
export interface Thread {
  /** Rejects with the error that the worker met, or with EngineUnavailableError when the thread ends first. `take` is given the parts that come before. */
  send(message: ToWorker, take?: (replies: readonly Reply[]) => void): Promise<Answered>;
  /** Whether an answer is outstanding. */
  busy(): boolean;
  /** Ends the thread, whatever it is doing: a question to SQLite cannot be interrupted otherwise. What is outstanding rejects with `why`. */
  end(why: Error): Promise<void>;
}

/** Of a reader: three times its nursery. */
const YOUNG_MB = 24;

interface Pending {
  readonly take: ((replies: readonly Reply[]) => void) | undefined;
  readonly resolve: (answer: Answered) => void;
  readonly reject: (error: Error) => void;
}

/** The program does not end while the thread has a question to answer, or is ending; idle, it keeps no program alive. */
export function startThread(index: OpenedIndex, onGone: (thread: Thread) => void): Thread {
  const worker = startWorker(new URL('./sqlite-worker.ts', import.meta.url), {
    workerData: index,
    // Otherwise readers let 60 MB more garbage lie while a large result is taken away; searches take the same.
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  worker.unref();
  const pending: Pending[] = [];
  let gone: Error | null = null;

  const lose = (error: Error) => {
    if (gone !== null) return;
    gone = error;
    for (const { reject } of pending.splice(0)) reject(error);
    onGone(thread);
  };
  worker.on('message', (reply: FromWorker) => {
    if (gone !== null) return;
    if (reply.kind === 'part') return pending[0]?.take?.(reply.replies);
    const next = pending.shift();
    if (pending.length === 0) worker.unref();
    if (reply.kind === 'failed') next?.reject(errorOf(reply));
    else next?.resolve(reply);
  });
  worker.on('error', (cause) => lose(new EngineUnavailableError(`读取索引的线程意外结束：${cause}`, { cause })));
  worker.on('exit', () => lose(new EngineUnavailableError('读取索引的线程已结束')));

  const thread: Thread = {
    send: (message, take) =>
      new Promise((resolve, reject) => {
        if (gone !== null) return reject(gone);
        if (pending.length === 0) worker.ref();
        pending.push({ take, resolve, reject });
        worker.postMessage(message);
      }),
    busy: () => pending.length > 0,
    async end(why) {
      lose(why);
      // From here on the thread keeps the program alive until it has ended, busy or not: terminating sees to it.
      await worker.terminate();
    },
  };
  return thread;
}

/** What went wrong in a worker, as an error. */
export function errorOf({ error, message }: Failure): Error {
  switch (error) {
    case 'damaged':
      return new IndexDamagedError(message);
    case 'replaced':
      return new IndexReplacedError(message);
    case 'unavailable':
      return new EngineUnavailableError(message);
    case 'other':
      return new Error(message);
  }
}
