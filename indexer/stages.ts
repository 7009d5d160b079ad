/** What a worker's time goes into, in order. */
export const stages = ['read', 'outline', 'documents', 'facts', 'analyse', 'project'] as const;
export type Stage = (typeof stages)[number];

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
