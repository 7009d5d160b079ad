import { parentPort, workerData } from 'node:worker_threads';
import { SuzhangError, UnreadableSourceError } from '../src/errors.ts';
import type { Task } from './prepare.ts';
import { type PreparedReport, prepareReport } from './prepare-report.ts';

/** What a worker answers. Errors cross threads as their words, so the kinds that matter are told apart here. */
export type WorkerAnswer =
  | { readonly kind: 'prepared'; readonly prepared: PreparedReport }
  | { readonly kind: 'unreadable'; readonly reason: string; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string };

/** What a worker is told at its start. */
export interface WorkerOptions {
  /** null: nothing is to be stored. */
  readonly projector: string | null;
}
const { projector }: WorkerOptions = workerData;

async function answer(task: Task): Promise<WorkerAnswer> {
  try {
    return { kind: 'prepared', prepared: await prepareReport(task, projector) };
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

/** One after the other, however many wait at the door. */
let last: Promise<void> = Promise.resolve();
const port = parentPort;
port?.on('message', (task: Task) => {
  last = last.then(async () => {
    const answered = await answer(task);
    port.postMessage(answered, answered.kind === 'prepared' ? [...(answered.prepared.projection?.buffers ?? [])] : []);
  });
});
