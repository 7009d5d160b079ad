/** Answers go to stdout, everything else to stderr, so that answers can be piped. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`);
export const print = (line: string): void => void process.stdout.write(`${line}\n`);
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

/** 12345 -> 12,345. */
export const withCommas = (count: number): string => count.toLocaleString('en-US');

/** 0.42 -> "0.4 秒"; 95 -> "1 分 35 秒". */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} 秒`;
  return `${Math.floor(seconds / 60)} 分 ${Math.round(seconds % 60)} 秒`;
}
