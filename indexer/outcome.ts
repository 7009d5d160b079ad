import { SuzhangError, UnreadableSourceError } from '../src/errors.ts';
import { PrepareError } from './prepare-pool.ts';

/** What became of a file that was offered. */
export const statuses = ['added', 'updated', 'unchanged', 'duplicate', 'withdrawn', 'unreadable', 'failed', 'ignored'] as const;
export type Status = (typeof statuses)[number];

/** `reason` is a stable word, `message` is for people. `known`: it was so at an earlier run already, and was not tried again. */
export interface Outcome {
  readonly status: Status;
  readonly report: string | null;
  readonly reason: string | null;
  readonly message: string | null;
  readonly known: boolean;
}

export const outcome = (status: Status, more: Partial<Outcome> = {}): Outcome => ({
  status,
  report: null,
  reason: null,
  message: null,
  known: false,
  ...more,
});

/** Words for what the system says. */
const systemReasons: Readonly<Record<string, { readonly reason: string; readonly message: string }>> = {
  ENOENT: { reason: 'gone', message: '文件已不在原处。' },
  EACCES: { reason: 'no-permission', message: '没有读取权限。' },
  EPERM: { reason: 'no-permission', message: '没有读取权限。' },
  EISDIR: { reason: 'not-a-file', message: '这不是文件。' },
  ENOTDIR: { reason: 'not-a-folder', message: '路径中有一段不是文件夹。' },
  ELOOP: { reason: 'link-circle', message: '链接绕成了圈。' },
  EIO: { reason: 'read-error', message: '磁盘读取出错。' },
  ENOSPC: { reason: 'disk-full', message: '磁盘空间已满。请腾出空间后再运行一次，已完成的部分不会丢失。' },
  EDQUOT: { reason: 'disk-full', message: '磁盘配额已满。请腾出空间后再运行一次，已完成的部分不会丢失。' },
  EFBIG: { reason: 'disk-full', message: '文件大小超过系统限制，无法写入。' },
  EROFS: { reason: 'read-only', message: '数据文件夹是只读的，无法写入。' },
};

/** An error as the outcome of the file it happened to. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof UnreadableSourceError) return outcome('unreadable', { reason: error.reason, message: error.message });
  if (error instanceof PrepareError) return outcome('failed', { reason: 'program-error', message: error.message });
  const system = systemReasons[codeOf(error) ?? ''];
  if (system !== undefined) return outcome('failed', system);
  if (error instanceof SuzhangError) return outcome('failed', { reason: error.kind, message: error.message });
  return outcome('failed', {
    reason: 'program-error',
    message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  });
}

/** Errors after which no other file can be stored either: no room, no rights to write, an index that must be rebuilt. */
const endless = new Set(['disk-full', 'read-only', 'index-damaged']);
export const endsTheRun = ({ reason }: Outcome): boolean => reason !== null && endless.has(reason);

/** The system's code in an error or in what caused it. SQLite says 13 (SQLITE_FULL) for a full disk, 8 (SQLITE_READONLY) for no rights. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('errcode' in error && error.errcode === 13) return 'ENOSPC';
  if ('errcode' in error && error.errcode === 8) return 'EROFS';
  if ('code' in error && typeof error.code === 'string' && error.code in systemReasons) return error.code;
  return codeOf(error.cause);
}
