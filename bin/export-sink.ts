import { once } from 'node:events';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { systemReasonOf } from '../indexer/system-reasons.ts';
import { InvalidInputError, SuzhangError } from '../src/errors.ts';

/** Takes a piece of an export. False when nobody takes it any more: `suzhang export … | head`. */
export type Write = (text: string) => Promise<boolean>;

/** An export that could not be written to its end. */
export class ExportBrokenError extends SuzhangError {
  override readonly kind = 'export-broken';
}

/** Hands what is written to standard output, or to a file that is there only once it is whole. Rejects with InvalidInputError or ExportBrokenError that name the file. */
export async function exportTo<T>(path: string | undefined, work: (write: Write) => Promise<T>): Promise<T> {
  if (path === undefined) return work(writeToOutput);
  const beside = `${path}.${process.pid}.tmp`;
  const file = await open(beside, 'wx').catch((cause: unknown) => {
    throw new InvalidInputError('--out', `文件 ${path} 无法建立：${wordsOf(cause)}请检查它所在的文件夹。`, { cause });
  });
  try {
    const result = await work(writeTo(file, path));
    await file.close();
    await rename(beside, path);
    return result;
  } catch (error) {
    await file.close();
    await rm(beside, { force: true });
    throw error;
  }
}

const writeTo =
  (file: FileHandle, path: string): Write =>
  async (text) => {
    await file.appendFile(text).catch((cause: unknown) => {
      throw new ExportBrokenError(`导出中断，没有留下文件 ${path}：${wordsOf(cause)}`, { cause });
    });
    return true;
  };

async function writeToOutput(text: string): Promise<boolean> {
  try {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    return !process.stdout.destroyed;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return false;
    throw error;
  }
}

const wordsOf = (error: unknown): string => systemReasonOf(error)?.message ?? (error instanceof Error ? error.message : String(error));
