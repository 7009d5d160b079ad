import type { Context } from 'hono';
import { NotFoundError } from '../../src/errors.ts';
import type { Service } from '../service.ts';
import { findReport } from './find-report.ts';

/** The bytes as published, always as a download: they may be markup. */
export const answerOriginal = (service: Service) => async (context: Context) => {
  const report = await service.engine.read((reader) => findReport(reader, context.req.param('id') ?? ''));
  const original = await service.archive.original(report.sha256);
  if (original === null) throw new NotFoundError(`报告 ${report.id} 的原文件不在档案中；其文本仍可查看。`);
  const headers = { 'content-type': 'application/octet-stream', 'content-disposition': attachment(original.name) };
  return context.body(new Uint8Array(original.bytes), 200, headers);
};

/** RFC 6266: a plain name for old readers, the true one in UTF-8. */
export function attachment(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  const plain = name.replace(/[^\w.-]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeName(name)}`;
}

/** RFC 8187: what encodeURIComponent leaves alone but may not stand in an extended value. A lone surrogate becomes U+FFFD. */
const encodeName = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
