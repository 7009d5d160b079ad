import type { SystemReason } from '../indexer/system-reasons.ts';

/** What the system refused, with the place where it did and what to do. */
export function explainSystem(error: unknown, { reason, message }: SystemReason): string {
  const place = placeOf(error);
  if (place === null) return `${message}（${error instanceof Error ? error.message : String(error)}）`;
  if (reason === 'no-permission') return `没有权限读写 ${place}。请修改其权限，或用 --data 另指一个数据文件夹。`;
  return `${message}（${place}）`;
}

/** The file or folder that a system's error names; null where it names none. */
function placeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  return 'path' in error && typeof error.path === 'string' ? error.path : placeOf(error.cause);
}
