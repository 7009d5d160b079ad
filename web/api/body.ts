import type { Context } from 'hono';
import { z } from 'zod';
import { BodyTooLargeError, InvalidParametersError } from '../problem.ts';

/** Bytes of a body. Five hundred long queries fit. */
export const MOST_BYTES = 1_000_000;

const chinese = z.locales.zhCN().localeError;

/** Reads a body of JSON. Throws InvalidParametersError that names each wrong field, BodyTooLargeError beyond MOST_BYTES. */
export async function readBody<S extends z.ZodType>(context: Context, schema: S): Promise<z.output<S>> {
  const read = schema.safeParse(parseJson(await readText(context)), { error: chinese });
  if (read.success) return read.data;
  throw new InvalidParametersError(
    read.error.issues.map((issue) => ({ parameter: String(issue.path[0] ?? 'body'), message: issue.message })),
  );
}

/** The body as text, refused as soon as it is too large. Throws InvalidParametersError where it is no UTF-8. */
export async function readText(context: Context): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of context.req.raw.body ?? []) {
    size += piece.length;
    if (size > MOST_BYTES) throw new BodyTooLargeError(`请求正文超过 ${MOST_BYTES.toLocaleString('en-US')} 字节。请分几次提交。`);
    pieces.push(piece);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch (cause) {
    throw new InvalidParametersError([{ parameter: 'body', message: '正文不是 UTF-8 文字' }], { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InvalidParametersError([{ parameter: 'body', message: '正文不是 JSON' }], { cause });
  }
}
