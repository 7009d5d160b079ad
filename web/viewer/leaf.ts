import type { Block } from '../../src/model/block.ts';
import type { Document } from '../../src/model/document.ts';
import type { Leaf, Source } from './display.ts';

/** A block as a leaf of the page. */
export function leafOf({ kind, noise, start, end }: Block): Leaf {
  const span = { start, end };
  if (kind !== 'noise') return { kind: 'text', span };
  return noise === 'blank' ? { kind: 'space', span } : { kind: 'noise', noise, span };
}

/** The document of a block, where it was read: rows are. */
export const documentOf = (block: Block, { documents }: Source): Document | undefined =>
  block.document === null ? undefined : documents.get(block.document);
