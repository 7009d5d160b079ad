import type { SQLOutputValue } from 'node:sqlite';
import { IndexDamagedError, rebuildHint } from '../../errors.ts';

/** Values as they leave the database, by the type they must have. Anything else means that the file is not what we wrote. */
const damaged = (wanted: string, value: SQLOutputValue | undefined) =>
  new IndexDamagedError(`索引已损坏：应为${wanted}之处是 ${value === null ? 'null' : typeof value}；${rebuildHint}`);

export function integerOf(value: SQLOutputValue | undefined): number {
  if (typeof value !== 'number') throw damaged('整数', value);
  return value;
}

export function textOf(value: SQLOutputValue | undefined): string {
  if (typeof value !== 'string') throw damaged('文字', value);
  return value;
}

export function bytesOf(value: SQLOutputValue | undefined): Uint8Array {
  if (!(value instanceof Uint8Array)) throw damaged('字节', value);
  return value;
}

/** UTF-16LE: every string comes back as it was, lone surrogates and NUL too. */
export function encodeUtf16(text: string): Uint8Array {
  const bytes = Buffer.alloc(text.length * Uint16Array.BYTES_PER_ELEMENT);
  bytes.write(text, 'utf16le');
  return bytes;
}

export function decodeUtf16(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le');
}

/** A list of unsigned 32-bit numbers as bytes, and back; the copy is aligned whatever the bytes were. */
export const encodeNumbers = (numbers: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(numbers).buffer);
export const decodeNumbers = (bytes: Uint8Array): Uint32Array => new Uint32Array(bytes.slice().buffer);
