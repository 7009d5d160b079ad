import type { Block } from '../../src/model/block.ts';
import type { Document } from '../../src/model/document.ts';
import type { Leaf, Source } from './display.ts';
import { figuresOf } from './figure.ts';

/** A block as a leaf of the page. */
export function leafOf({ kind, noise, start, end }: Block): Leaf {
  const span = { start, end };
  if (kind !== 'noise') return { kind: 'text', span };
  return noise === 'blank' ? { kind: 'space', span } : { kind: 'noise', noise, span };
}

/** The document of a block, where it was read: rows are. */
export const documentOf = (block: Block, { documents }: Source): Document | undefined =>
  block.document === null ? undefined : documents.get(block.document);

/** A block of running text cut at its figures. One that runs on into another block stays text. */
export function leavesOfPassage(block: Block, source: Source): readonly Leaf[] {
  const document = documentOf(block, source);
  if (document === undefined || document.row !== null) return [leafOf(block)];
  const leaves: Leaf[] = [];
  let done = block.start;
  const text = (end: number) => {
    if (end > done) leaves.push({ kind: 'text', span: { start: done, end } });
    done = end;
  };
  for (const { span, yuan } of figuresOf(document)) {
    if (span.start < done || span.end > block.end) continue;
    text(span.start);
    leaves.push({ kind: 'figure', span, yuan });
    done = span.end;
  }
  text(block.end);
  return leaves;
}
