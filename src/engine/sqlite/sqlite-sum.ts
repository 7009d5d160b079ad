import type { SQLInputValue } from 'node:sqlite';
import { crc32 } from 'node:zlib';

/**
 * CRC-32 of values one after the other: texts as UTF-8, numbers as printed. Stored beside them, it tells whether a byte of them has changed since, also
 * where what is read still has its form: SQLite keeps no checksums, and sees only damage to how its pages hang together.
 */
export function sumOf(values: Iterable<SQLInputValue>): number {
  let sum = 0;
  for (const value of values) sum = crc32(ArrayBuffer.isView(value) || typeof value === 'string' ? value : `${value};`, sum);
  return sum;
}
