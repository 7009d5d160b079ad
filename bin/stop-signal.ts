import { tell } from './output.ts';

/** A second Ctrl-C this soon is the same one, sent by the terminal and by npm. */
const SAME_MS = 500;

/**
 * Ctrl-C and SIGTERM as an AbortSignal: what is under way is finished, nothing new begun. A second Ctrl-C ends at once;
 * that too leaves everything whole, since every write is all or nothing. `say`: where it is told that this was heeded.
 */
export function stopSignal(say: (line: string) => void = tell): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  let first = 0;
  const stop = () => {
    if (first !== 0 && Date.now() - first > SAME_MS) process.exit(130);
    if (first !== 0) return;
    first = Date.now();
    say('正在停止：手上的文件处理完即结束。再按一次 Ctrl-C 立即结束（不会损坏数据）。');
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    release() {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
