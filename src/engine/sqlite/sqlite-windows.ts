import type { DatabaseSync } from 'node:sqlite';
import type { SlicedText } from '../../text/window.ts';
import { bytesOf, decodeNumbers, decodeUtf16 } from './sqlite-rows.ts';
import { chunkKey, chunkLength } from './sqlite-text.ts';

/** Pieces are read when first needed. */
export function openText(db: DatabaseSync, report: number, length: number): SlicedText {
  const read = db.prepare('select data from report_text where key = ?');
  const pieces = new Map<number, string>();
  const piece = (index: number) => {
    const known = pieces.get(index) ?? decodeUtf16(bytesOf(read.get(chunkKey(report, index))?.data));
    pieces.set(index, known);
    return known;
  };
  return {
    length,
    slice(start, end) {
      let text = '';
      for (let at = Math.max(0, start); at < Math.min(end, length); at = (Math.floor(at / chunkLength) + 1) * chunkLength) {
        const index = Math.floor(at / chunkLength);
        text += piece(index).slice(at - index * chunkLength, end - index * chunkLength);
      }
      return text;
    },
    noise: decodeNumbers(bytesOf(db.prepare('select noise from report_detail where report = ?').get(report)?.noise)),
  };
}
