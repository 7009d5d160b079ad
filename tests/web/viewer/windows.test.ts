import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/model/block.ts';
import { arrange } from '../../../web/viewer/arrange.ts';
import { leavesOf } from '../../../web/viewer/display.ts';
import { cutWindows, windowAt } from '../../../web/viewer/windows.ts';

const kinds = ['passage', 'row', 'heading', 'header', 'noise', 'blank'] as const;
const lengths = fc.array(fc.record({ kind: fc.constantFrom(...kinds), length: fc.integer({ min: 1, max: 3_000 }), same: fc.boolean() }), {
  minLength: 1,
  maxLength: 60,
});

interface Piece {
  readonly kind: (typeof kinds)[number];
  readonly length: number;
  readonly same: boolean;
}

/** Blocks that tile a text, some of them pieces of one document. */
function tile(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let document = 'r-0';
  for (const { kind, length, same } of pieces) {
    const end = start + length;
    if (!same) document = `r-${start}`;
    if (kind === 'noise' || kind === 'blank')
      blocks.push({ kind: 'noise', noise: kind === 'blank' ? 'blank' : 'page-number', start, end, document: null });
    else blocks.push({ kind, noise: null, start, end, document });
    start = end;
  }
  return blocks;
}

const signs = '甲\t乙\n1.00\t';
const textOf = (length: number): string => signs.repeat(Math.ceil(length / signs.length)).slice(0, length);

describe('windows', () => {
  it('tile any text, hold whole blocks, and each offset lies in the window named for it', () => {
    fc.assert(
      fc.property(lengths, (pieces) => {
        const blocks = tile(pieces);
        const outline = blocks
          .filter(({ kind }) => kind === 'heading')
          .map(({ start, end }) => ({ title: '一、', level: 2, start, headingEnd: end, end, category: null }));
        const windows = cutWindows(blocks, outline);
        expect(windows[0]?.start).toBe(0);
        expect(windows.at(-1)?.end).toBe(blocks.at(-1)?.end);
        windows.forEach((window, n) => {
          expect(window.start).toBe(n === 0 ? 0 : windows[n - 1]?.end);
          expect(blocks.some(({ start }) => start === window.start)).toBe(true);
          expect(windowAt(windows, window.start)).toBe(n);
          expect(windowAt(windows, window.end - 1)).toBe(n);
        });
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('of an empty text is one empty window', () => {
    expect(cutWindows([], [])).toEqual([{ start: 0, end: 0 }]);
  });
});

describe('the arrangement of blocks', () => {
  it('shows every character once, in order, whatever the blocks are', () => {
    fc.assert(
      fc.property(lengths, (pieces) => {
        const blocks = tile(pieces);
        const length = blocks.at(-1)?.end ?? 0;
        const leaves = leavesOf(arrange({ text: textOf(length), blocks, documents: new Map(), outline: [] }));
        expect(leaves[0]?.span.start).toBe(0);
        expect(leaves.at(-1)?.span.end).toBe(length);
        leaves.forEach(({ span }, n) => {
          if (n > 0) expect(span.start).toBe(leaves[n - 1]?.span.end);
        });
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
