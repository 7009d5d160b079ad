import { parentPort } from 'node:worker_threads';
import { SuzhangError, UnreadableSourceError } from '../src/errors.ts';
import { type Prepared, prepare, type Task } from './prepare.ts';

/** What a worker answers. Errors cross threads as their words, so the kinds that matter are told apart here. */
export type WorkerAnswer =
  | { readonly kind: 'prepared'; readonly prepared: Prepared }
  | { readonly kind: 'unreadable'; readonly reason: string; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string };

async function answer(task: Task): Promise<WorkerAnswer> {
  try {
    return { kind: 'prepared', prepared: await prepare(task) };
  } catch (error) {
    if (error instanceof UnreadableSourceError) return { kind: 'unreadable', reason: error.reason, message: error.message };
    if (!(error instanceof Error)) return { kind: 'failed', message: String(error), stack: '' };
    return {
      kind: 'failed',
      message: error instanceof SuzhangError ? error.message : `${error.name}: ${error.message}`,
      stack: error.stack ?? '',
    };
  }
}

const port = parentPort;
port?.on('message', (task: Task) => {
  void answer(task).then((result) => port.postMessage(result));
});
