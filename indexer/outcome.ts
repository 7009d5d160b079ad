import { SuzhangError, UnreadableSourceError } from '../src/errors.ts';
import { PrepareError } from './prepare-pool.ts';
import { systemReasonOf } from './system-reasons.ts';

/** What became of a file that was offered. */
export const statuses = ['added', 'updated', 'unchanged', 'duplicate', 'withdrawn', 'unreadable', 'failed', 'ignored'] as const;
export type Status = (typeof statuses)[number];

/** `reason` is a stable word, `message` is for people, `detail` (where in the program) for its makers. `known`: it was so at an earlier run already, and was not tried again. */
export interface Outcome {
  readonly status: Status;
  readonly report: string | null;
  readonly reason: string | null;
  readonly message: string | null;
  readonly detail: string | null;
  readonly known: boolean;
}

export const outcome = (status: Status, more: Partial<Outcome> = {}): Outcome => ({
  status,
  report: null,
  reason: null,
  message: null,
  detail: null,
  known: false,
  ...more,
});

/** An error as the outcome of the file it happened to. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof UnreadableSourceError) return outcome('unreadable', { reason: error.reason, message: error.message });
  if (error instanceof PrepareError) return outcome('failed', { reason: 'prepare-failed', message: error.message, detail: error.detail });
  const system = systemReasonOf(error);
  if (system !== null) return outcome('failed', system);
  if (error instanceof SuzhangError) return outcome('failed', { reason: error.kind, message: error.message });
  if (!(error instanceof Error)) return outcome('failed', { reason: 'program-error', message: String(error) });
  return outcome('failed', { reason: 'program-error', message: `${error.name}: ${error.message}`, detail: error.stack ?? null });
}

/** Failures that lie in the file's content: trying the same bytes again would end the same way. */
export const lasts = ({ status, reason }: Outcome): boolean => status === 'unreadable' || reason === 'prepare-failed';

/** Failures to get at the file: they may be gone next time, and are shown until then. */
const atTheFile = new Set(['no-permission', 'changed-while-read', 'read-error', 'link-circle', 'not-a-file']);
export const isOfTheFile = (failed: Outcome): boolean => lasts(failed) || (failed.reason !== null && atTheFile.has(failed.reason));

/** Errors after which no other file can be stored either: no room, no rights to write, an engine that stays locked or away or that another writes to, an index that must be rebuilt. */
const endless = new Set(['disk-full', 'disk-error', 'read-only', 'engine-unavailable', 'busy', 'index-damaged']);
export const endsTheRun = ({ reason }: Outcome): boolean => reason !== null && endless.has(reason);
