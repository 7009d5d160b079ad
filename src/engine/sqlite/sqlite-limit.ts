import { EngineUnavailableError } from '../../errors.ts';

/** The time that one reading may take, until a reader is free included. */
export interface Limit {
  /** Aborted by the limit, or because the reading is done: from then on its reader refuses. */
  readonly signal: AbortSignal;
  /** Rejects with EngineUnavailableError when the limit is reached. */
  readonly late: Promise<never>;
  /** No reader is free: until `found`, the time is that of others. */
  wait(): void;
  found(): void;
  /** The reading is done. */
  over(): void;
}

/** Begins to count. `limitMs` in milliseconds. */
export function startLimit(limitMs: number): Limit {
  let waitingSince: number | null = null;
  let waitedMs = 0;
  const controller = new AbortController();
  const { promise: late, reject } = Promise.withResolvers<never>();
  late.catch(() => undefined);
  const timer = setTimeout(() => {
    const error = new EngineUnavailableError(reasonFor(limitMs, waitingSince === null ? waitedMs : null));
    controller.abort(error);
    reject(error);
  }, limitMs);
  return {
    signal: controller.signal,
    late,
    wait() {
      waitingSince = performance.now();
    },
    found() {
      if (waitingSince !== null) waitedMs = Math.ceil(performance.now() - waitingSince);
      waitingSince = null;
    },
    over() {
      clearTimeout(timer);
      controller.abort(new EngineUnavailableError('这次读取已结束'));
    },
  };
}

/** What took so long: others, itself, or both. `waitedMs`: null while it waits still. */
function reasonFor(limitMs: number, waitedMs: number | null): string {
  if (waitedMs === null) return `等候了 ${limitMs} 毫秒，读取索引的线程仍都在忙别的检索；请稍后再试`;
  if (waitedMs === 0) return `检索超过 ${limitMs} 毫秒，已中止；请缩小范围后再试`;
  return `等候空闲的线程用了 ${waitedMs} 毫秒，其后的检索未能在 ${limitMs} 毫秒的时限内完成，已中止；请稍后再试，或缩小范围`;
}
