/** Texts are stored in pieces of this many UTF-16 code units, so that a part is read without the rest. A piece fills a page of the index (8 KB). */
export const chunkLength = 4064;

/** 2^20 pieces a report: more than 4,000 million characters. */
const piecesPerReport = 2 ** 20;

export const chunkKey = (report: number, chunk: number): number => report * piecesPerReport + chunk;

const chunkBytes = chunkLength * Uint16Array.BYTES_PER_ELEMENT;

/** The pieces of a text that is written as UTF-16LE. */
export function chunksOf(text: Uint8Array): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < text.length; at += chunkBytes) chunks.push(text.subarray(at, at + chunkBytes));
  return chunks;
}
