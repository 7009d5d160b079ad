import type { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import type { SlicedText } from '../../text/window.ts';
import { bytesOf, decodeNumbers, decodeUtf16 } from './sqlite-rows.ts';
import { chunkKey, chunkLength } from './sqlite-text.ts';

/** Texts by the number of their report and their length. Pieces are read when first needed; those read last are kept, since numbers are given once. */
export type OpenText = (report: number, length: number) => SlicedText;

/** Bytes of pieces, and reports whose noise, is kept. */
const keptBytes = 16 * 2 ** 20;
const keptNoises = 2_000;

export function createTexts(db: DatabaseSync): OpenText {
  const readPiece = db.prepare('select data from report_text where key = ?');
  const readNoise = db.prepare('select noise from report_detail where report = ?');
  const pieces = new LRUCache<number, string>({
    maxSize: keptBytes,
    sizeCalculation: (text) => 2 * text.length + 64,
    memoMethod: (key) => decodeUtf16(bytesOf(readPiece.get(key)?.data)),
  });
  const noises = new LRUCache<number, Uint32Array>({
    max: keptNoises,
    memoMethod: (report) => decodeNumbers(bytesOf(readNoise.get(report)?.noise)),
  });
  /** A window is walked character by character: the piece it is in is at hand. */
  let last = { key: -1, text: '' };
  return (report, length) => ({
    length,
    slice(start, end) {
      let text = '';
      for (let at = Math.max(0, start); at < Math.min(end, length); at = (Math.floor(at / chunkLength) + 1) * chunkLength) {
        const index = Math.floor(at / chunkLength);
        const key = chunkKey(report, index);
        if (key !== last.key) last = { key, text: pieces.memo(key) };
        text += last.text.slice(at - index * chunkLength, end - index * chunkLength);
      }
      return text;
    },
    noise: noises.memo(report),
  });
}
