import type { Block } from '../../src/model/block.ts';

export type Group = readonly [Block, ...Block[]];

/** Blocks that are shown as one: pieces of one document with what stands between them, the lines of a table, white space with what it follows. */
export function groupBlocks(blocks: readonly Block[]): readonly Group[] {
  const groups: [Block, ...Block[]][] = [];
  blocks.forEach((block, at) => {
    const group = groups.at(-1);
    if (group === undefined || !belongs(block, group, blocks, at)) groups.push([block]);
    else group.push(block);
  });
  return groups;
}

const isTabular = (block: Block | undefined): boolean => block?.kind === 'row' || block?.kind === 'header';

function belongs(block: Block, group: Group, blocks: readonly Block[], at: number): boolean {
  if (block.kind === 'noise') return block.noise === 'blank' || joinsAcross(group, blocks, at);
  const last = lastDocument(group);
  if (last === undefined) return false;
  return isTabular(last) ? isTabular(block) : last.document === block.document;
}

const lastDocument = (group: Group): Block | undefined => group.findLast((block) => block.kind !== 'noise');

/** Whether noise stands inside a document or between two lines of a table. */
function joinsAcross(group: Group, blocks: readonly Block[], at: number): boolean {
  const before = lastDocument(group);
  const after = blocks.slice(at + 1, at + 12).find((block) => block.kind !== 'noise');
  if (before === undefined || after === undefined) return false;
  return before.document === after.document || (isTabular(before) && isTabular(after));
}
