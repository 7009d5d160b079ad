/** What to do where an index cannot be used: every index can be made again from the archive. */
export const rebuildHint = '请运行：npm run suzhang -- rebuild';

/** The base of all errors that say what happened, with which value, and what to do. */
export abstract class SuzhangError extends Error {
  abstract readonly kind: string;

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A request that names something that is not there. */
export class NotFoundError extends SuzhangError {
  override readonly kind = 'not-found';
}

/** A parameter, setting or argument that is not allowed. `where` is its name. */
export class InvalidInputError extends SuzhangError {
  override readonly kind = 'invalid-input';
  readonly where: string;

  constructor(where: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.where = where;
  }
}

/** The engine cannot answer now: too slow, locked, not reachable. Asking again may help. */
export class EngineUnavailableError extends SuzhangError {
  override readonly kind = 'engine-unavailable';
  readonly retryAfterSeconds: number;

  constructor(message: string, options?: { cause?: unknown; retryAfterSeconds?: number }) {
    super(message, options);
    this.retryAfterSeconds = options?.retryAfterSeconds ?? 5;
  }
}

/**
 * Where the index was opened another one stands now, or none: a rebuild has replaced it, or it was taken away. Said before anything was read, so that
 * the same can be asked of the index that is in use.
 */
export class IndexReplacedError extends EngineUnavailableError {}

/** The stored index is damaged or of another version: it must be rebuilt from the archive. */
export class IndexDamagedError extends SuzhangError {
  override readonly kind = 'index-damaged';
}

/** Something in the archive is missing or no longer what was stored. It must come from a backup or be indexed again. */
export class ArchiveDamagedError extends SuzhangError {
  override readonly kind = 'archive-damaged';
}

/** Another process is writing to the same data folder. */
export class BusyError extends SuzhangError {
  override readonly kind = 'busy';
}

/** A source that cannot be read. `reason` is a stable word for lists: empty, binary, too-large, no-text-layer. */
export class UnreadableSourceError extends SuzhangError {
  override readonly kind = 'unreadable-source';
  readonly reason: string;

  constructor(reason: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.reason = reason;
  }
}

/** Ends a switch over a closed set. */
export function assertNever(value: never): never {
  throw new TypeError(`no case for ${JSON.stringify(value)}`);
}
