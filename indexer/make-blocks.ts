import type { Block, NoiseKind } from '../src/model/block.ts';
import { documentId } from '../src/model/document.ts';
import type { Issue } from '../src/model/issue.ts';
import type { Span } from '../src/model/span.ts';
import type { Text } from '../src/model/text.ts';
import type { Piece } from './outline/outline.ts';

export interface Tiling {
  readonly blocks: readonly Block[];
  /** Every noise block but blank ones, in order. */
  readonly noise: readonly Span[];
  /** Printed characters that no piece holds: none, if the outline keeps its word. They are kept as noise and named. */
  readonly issues: readonly Issue[];
}

/** Lays the pieces of an outline and the white space between them side by side: each character of the text lies in exactly one block. */
export function makeBlocks(report: string, { text }: Text, pieces: readonly Piece[]): Tiling {
  const laid = pieces.flatMap((piece) => piece.spans.map((span) => toBlock(report, piece, span))).sort((a, b) => a.start - b.start);
  const blocks: Block[] = [];
  const issues: Issue[] = [];
  let at = 0;
  const fill = (end: number) => {
    if (end <= at) return;
    const printed = /\S/.test(text.slice(at, end));
    if (printed) issues.push({ kind: 'unplaced-text', message: '此处文字未能归入任何段落或表格行。', at: { start: at, end } });
    blocks.push(noiseBlock(printed ? 'other' : 'blank', { start: at, end }));
  };
  for (const block of laid) {
    if (block.start < at || block.end <= block.start) throw new RangeError(`blocks overlap at ${block.start} of report ${report}`);
    fill(block.start);
    blocks.push(block);
    at = block.end;
  }
  fill(text.length);
  return { blocks, noise: blocks.filter((block) => block.kind === 'noise' && block.noise !== 'blank').map(spanOf), issues };
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

const noiseBlock = (noise: NoiseKind, { start, end }: Span): Block => ({ kind: 'noise', start, end, noise, document: null });

function toBlock(report: string, piece: Piece, span: Span): Block {
  if (piece.kind === 'noise') return noiseBlock(piece.noise, span);
  const start = piece.spans[0]?.start ?? span.start;
  return { kind: piece.kind, start: span.start, end: span.end, noise: null, document: documentId(report, start) };
}
