/** What a worker's time goes into, in order. */
export const stages = ['read', 'outline', 'documents', 'facts', 'analyse', 'project'] as const;
export type Stage = (typeof stages)[number];

/** Each call gives the seconds of processor that the thread has used since the last: what other programs take of it does not count. */
export function processorClock(): () => number {
  const used = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1e6;
  };
  let last = used();
  return () => {
    const now = used();
    const seconds = now - last;
    last = now;
    return seconds;
  };
}

/** Each call gives the seconds since the last. */
export function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const seconds = (now - last) / 1000;
    last = now;
    return seconds;
  };
}
