import type { Display, Source } from './display.ts';
import { type Group, groupBlocks } from './group-blocks.ts';
import { documentOf, leafOf, leavesOfPassage } from './leaf.ts';
import { linesOf } from './table-lines.ts';

/** Blocks as they are shown: headings, paragraphs (also where noise cuts them), tables made of their lines. */
export function arrange(source: Source): readonly Display[] {
  const levels = new Map(source.outline.map(({ start, level }) => [start, level]));
  const shown: Display[] = [];
  for (const group of groupBlocks(source.blocks)) shown.push(arrangeGroup(group, source, levels));
  return shown;
}

function arrangeGroup(group: Group, source: Source, levels: ReadonlyMap<number, number>): Display {
  const first = group.find((block) => block.kind !== 'noise') ?? group[0];
  const { start } = first;
  if (first.kind === 'noise') return { kind: 'noise', start, leaves: group.map(leafOf) };
  if (first.kind === 'heading') return { kind: 'heading', level: levels.get(start) ?? 4, start, leaves: group.map(leafOf) };
  if (first.kind === 'passage') return { kind: 'paragraph', start, leaves: group.flatMap((block) => leavesOfPassage(block, source)) };
  return { kind: 'table', start, unit: unitOf(group, source), lines: linesOf(group, source) };
}

const unitOf = (group: Group, source: Source): string | null =>
  group.map((block) => documentOf(block, source)?.row?.table?.unit).find((unit) => unit != null) ?? null;
