import { SuzhangError } from '../src/errors.ts';

/** What the exit code of the command means; the same list stands in `suzhang --help`. */
export const exitCodes = {
  ok: 0,
  failed: 1,
  usage: 2,
  busy: 3,
  rebuild: 4,
  interrupted: 130,
} as const;

const byKind: Readonly<Record<string, number>> = {
  'invalid-input': exitCodes.usage,
  busy: exitCodes.busy,
  'index-damaged': exitCodes.rebuild,
};

export const exitCodeOf = (error: unknown): number =>
  error instanceof SuzhangError ? (byKind[error.kind] ?? exitCodes.failed) : exitCodes.failed;
