import type { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import type { SlicedText } from '../../text/window.ts';
import { openPieces } from './sqlite-pieces.ts';
import { bytesOf, decodeNumbers } from './sqlite-rows.ts';

/** Texts by the number of their report and their length. */
export type OpenText = (report: number, length: number) => SlicedText;

/** Bytes of pieces, and reports whose noise, is kept. */
const keptBytes = 16 * 2 ** 20;
const keptNoises = 2_000;

export function createTexts(db: DatabaseSync): OpenText {
  const read = openPieces(db, 'report_text', keptBytes);
  const readNoise = db.prepare('select noise from report_detail where report = ?');
  const noises = new LRUCache<number, Uint32Array>({
    max: keptNoises,
    memoMethod: (report) => decodeNumbers(bytesOf(readNoise.get(report)?.noise)),
  });
  return (report, length) => ({
    length,
    slice: (start, end) => read(report, start, Math.min(end, length)),
    noise: noises.memo(report),
  });
}
