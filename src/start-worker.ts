import { setFlagsFromString } from 'node:v8';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * A thread of this program running the file at `url`.
 * Node takes the types of each file away in WebAssembly. Where two threads compile the same of its calls into JavaScript anew at once, V8 frees the code
 * of one twice and the process ends by a signal (V8 13.6: 3 of 8 runs of 360 threads whose calls were soon thought frequent). No call of a thread counts as
 * frequent from here on: none of 20 such runs ended so, and none took longer. It must be told before the thread starts.
 */
export function startWorker(url: URL, options: WorkerOptions): Worker {
  setFlagsFromString('--wasm-wrapper-tiering-budget=1000000000');
  return new Worker(url, options);
}
