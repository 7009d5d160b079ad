import type { Prepared } from '../../../indexer/prepare.ts';
import type { Gold } from './gold.ts';
import { type Tally, tally } from './tally.ts';

/** Do the blocks hold every character once, in order; and does what the gold calls noise (page numbers, contents, captions) lie in noise? */
export function judgeBlocks(gold: Gold, { blocks, text: { text } }: Prepared): Tally[] {
  return [
    tally('tiling', [blocks], () => brokenTiling(blocks, text.length)),
    tally('tiling.noise', gold.noise, (noise) => {
      const stray = blocks.find(
        (block) =>
          block.kind !== 'noise' &&
          text.slice(Math.max(block.start, noise.start), Math.min(block.end, noise.end)).trim() !== '' &&
          !(block.kind === 'heading' && /^目\s{0,8}录$/.test(noise.quote.trim())),
      );
      return stray === undefined ? null : `${noise.kind} at ${noise.start} lies in a ${stray.kind}: ${noise.quote}`;
    }),
  ];
}

/** Why blocks don't tile a text of this length; null if they do. */
export function brokenTiling(blocks: Prepared['blocks'], length: number): string | null {
  let at = 0;
  for (const { start, end } of blocks) {
    if (start !== at) return `a block begins at ${start} where ${at} was due`;
    if (end <= start) return `an empty block at ${start}`;
    at = end;
  }
  return at === length ? null : `the blocks end at ${at}, the text at ${length}`;
}
