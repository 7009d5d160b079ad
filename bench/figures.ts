import { availableParallelism, cpus, loadavg } from 'node:os';

/** Ascending copy. */
const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

/** The smallest value that `share` (0-1) of all values do not exceed (nearest rank); NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const ascending = sorted(values);
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Milliseconds of one call, with what it gave. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
}

/** 0.12, 3.4, 56, 1,234 */
export function show(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) < 1 ? 2 : Math.abs(value) < 20 ? 1 : 0;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export const MB = 1024 * 1024;

/** Peak resident memory of this process in MB. */
export const peakMemory = (): number => process.resourceUsage().maxRSS / 1024;

/** Under what the figures were taken: without it they say nothing. */
export function machineLine(): string {
  const model = cpus()[0]?.model ?? 'unknown processor';
  const load = loadavg()[0] ?? 0;
  const day = new Date().toISOString().slice(0, 10);
  return `${day} · Node ${process.version} · ${availableParallelism()} cores (${model}) · load ${show(load)}`;
}

/** A line of a table: what was measured, what it came to, the aim, and the ratio to the same work done bare. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  readonly aim?: string;
  readonly bare?: string;
}

/** Lines of a Markdown table, to be copied into a README. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

export const figuresTable = (figures: readonly Figure[]): string =>
  table(
    ['what', 'measured', 'aim', 'to bare work'],
    figures.map(({ what, value, aim = '', bare = '' }) => [what, value, aim, bare]),
  );

export const say = (line: string): void => console.log(line);
