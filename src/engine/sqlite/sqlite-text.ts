/** A report's text is stored in pieces of this many UTF-16 code units, so that a window of it is read without the rest. */
export const chunkLength = 4096;

/** 2^20 pieces a report: more than 4,000 million characters. */
const piecesPerReport = 2 ** 20;

export const chunkKey = (report: number, chunk: number): number => report * piecesPerReport + chunk;

export function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < text.length; at += chunkLength) chunks.push(text.slice(at, at + chunkLength));
  return chunks;
}
