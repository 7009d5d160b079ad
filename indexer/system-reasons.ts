/** `reason` is a stable word, `message` is for people. */
export interface SystemReason {
  readonly reason: string;
  readonly message: string;
}

/** Words for what the system says. */
const systemReasons: Readonly<Record<string, SystemReason>> = {
  ENOENT: { reason: 'gone', message: '找不到这个文件或文件夹。' },
  EACCES: { reason: 'no-permission', message: '没有读取权限。' },
  EPERM: { reason: 'no-permission', message: '没有读取权限。' },
  EISDIR: { reason: 'not-a-file', message: '这不是文件。' },
  ENOTDIR: { reason: 'not-a-folder', message: '路径中有一段不是文件夹。' },
  EEXIST: { reason: 'not-a-folder', message: '此处应是文件夹，却已有一个同名文件。' },
  ELOOP: { reason: 'link-circle', message: '链接绕成了圈。' },
  EIO: { reason: 'read-error', message: '磁盘读取出错。' },
  ENOSPC: { reason: 'disk-full', message: '磁盘空间已满，请腾出空间后再运行一次。' },
  EDQUOT: { reason: 'disk-full', message: '磁盘配额已满，请腾出空间后再运行一次。' },
  EFBIG: { reason: 'disk-full', message: '文件大小超过系统限制，无法写入。' },
  ESQLITEIO: {
    reason: 'disk-error',
    message: '磁盘无法写入或读出（空间、配额或文件大小可能已到上限），请检查磁盘后再运行一次。',
  },
  EROFS: { reason: 'read-only', message: '数据文件夹是只读的，无法写入。' },
};

/** What a system's error, or one caused by it, means; null when it is none of the known ones. */
export function systemReasonOf(error: unknown): SystemReason | null {
  const code = codeOf(error);
  return code === null ? null : (systemReasons[code] ?? null);
}

const sqliteCodes: Readonly<Record<number, string>> = { 8: 'EROFS', 10: 'ESQLITEIO', 13: 'ENOSPC' };

/** The system's code in an error or in what caused it. SQLite says 13 (SQLITE_FULL) for a full disk, 10 (SQLITE_IOERR) for one that fails, 8 (SQLITE_READONLY) for no rights. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('errcode' in error && typeof error.errcode === 'number') return sqliteCodes[error.errcode & 0xff] ?? codeOf(error.cause);
  if ('code' in error && typeof error.code === 'string' && error.code in systemReasons) return error.code;
  return codeOf(error.cause);
}
