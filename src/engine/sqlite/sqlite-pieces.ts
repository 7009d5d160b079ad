import type { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { bytesOf, decodeUtf16 } from './sqlite-rows.ts';
import { chunkKey, chunkLength } from './sqlite-text.ts';

/** What stands from `start` to `end` in the text that is stored in pieces under the number of a report; both must lie within the text. */
export type ReadPieces = (report: number, start: number, end: number) => string;

const bytesBeside = 64;

/** Pieces are read when first needed; those read last are kept, up to so many bytes, since numbers of reports are given once. */
export function openPieces(db: DatabaseSync, table: 'report_text' | 'report_folded', keptBytes: number): ReadPieces {
  const read = db.prepare(`select data from ${table} where key = ?`);
  const pieces = new LRUCache<number, string>({
    maxSize: keptBytes,
    sizeCalculation: (text) => 2 * text.length + bytesBeside,
    memoMethod: (key) => decodeUtf16(bytesOf(read.get(key)?.data)),
  });
  /** Texts are walked character by character, document by document: the piece of the last one is at hand. */
  let last = { key: -1, text: '' };
  const piece = (key: number): string => {
    if (key !== last.key) last = { key, text: pieces.memo(key) };
    return last.text;
  };
  return (report, start, end) => {
    if (start >= end) return '';
    const first = Math.floor(start / chunkLength);
    let base = first * chunkLength;
    let text = piece(chunkKey(report, first)).slice(start - base, end - base);
    for (let index = first + 1; index * chunkLength < end; index++) {
      base = index * chunkLength;
      text += piece(chunkKey(report, index)).slice(0, end - base);
    }
    return text;
  };
}
