import type { Block, NoiseKind } from '../../src/model/block.ts';
import type { Document } from '../../src/model/document.ts';
import type { Section } from '../../src/model/section.ts';
import type { Span } from '../../src/model/span.ts';

/** A leaf of the page: a range of the text. `gap` is white space between documents or noise that nobody needs to see at full strength. */
export type Leaf =
  | { readonly kind: 'text' | 'space'; readonly span: Span }
  | { readonly kind: 'noise'; readonly noise: NoiseKind; readonly span: Span };

/** A cell of a shown table. `amount` is what is printed in it: `yuan` in 元, null where it is not money. */
export interface ShownCell {
  readonly leaves: readonly Leaf[];
  readonly amount: { readonly column: string; readonly yuan: string | null; readonly span: Span } | null;
}

/** One line of a table: of one record, or of several that are printed side by side. */
export interface ShownLine {
  readonly kind: 'header' | 'row';
  readonly cells: readonly ShownCell[];
}

/** What stands on the page, in order. All leaves together tile the window. */
export type Display =
  | { readonly kind: 'heading'; readonly level: number; readonly start: number; readonly leaves: readonly Leaf[] }
  | { readonly kind: 'paragraph'; readonly start: number; readonly leaves: readonly Leaf[] }
  | { readonly kind: 'table'; readonly start: number; readonly unit: string | null; readonly lines: readonly ShownLine[] }
  | { readonly kind: 'noise'; readonly start: number; readonly leaves: readonly Leaf[] };

export interface Source {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly documents: ReadonlyMap<string, Document>;
  readonly outline: readonly Section[];
}

/** Blocks as they are shown: headings, paragraphs (also where noise cuts them), tables made of their lines. */
export function arrange(source: Source): readonly Display[] {
  const levels = new Map(source.outline.map(({ start, level }) => [start, level]));
  const shown: Display[] = [];
  for (const group of groupBlocks(source.blocks)) shown.push(arrangeGroup(group, source, levels));
  return shown;
}

type Group = readonly [Block, ...Block[]];

/** Blocks that are shown as one: pieces of one document with what stands between them, the lines of a table, white space with what it follows. */
function groupBlocks(blocks: readonly Block[]): readonly Group[] {
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

function arrangeGroup(group: Group, source: Source, levels: ReadonlyMap<number, number>): Display {
  const first = group.find((block) => block.kind !== 'noise') ?? group[0];
  const { start } = first;
  if (first.kind === 'noise') return { kind: 'noise', start, leaves: group.map(leafOf) };
  if (first.kind === 'heading') return { kind: 'heading', level: levels.get(start) ?? 4, start, leaves: group.map(leafOf) };
  if (first.kind === 'passage') return { kind: 'paragraph', start, leaves: group.map(leafOf) };
  return { kind: 'table', start, unit: unitOf(group, source), lines: linesOf(group, source) };
}

function leafOf({ kind, noise, start, end }: Block): Leaf {
  const span = { start, end };
  if (kind !== 'noise') return { kind: 'text', span };
  return noise === 'blank' ? { kind: 'space', span } : { kind: 'noise', noise, span };
}

const documentOf = (block: Block, { documents }: Source): Document | undefined =>
  block.document === null ? undefined : documents.get(block.document);

const unitOf = (group: Group, source: Source): string | null =>
  group.map((block) => documentOf(block, source)?.row?.table?.unit).find((unit) => unit != null) ?? null;

/** Records that share a printed line share a line of the table; white space and noise go with the cell before them. */
function linesOf(group: Group, source: Source): readonly ShownLine[] {
  const lines: { kind: 'header' | 'row'; cells: { leaves: Leaf[]; amount: ShownCell['amount'] }[]; document: string | null }[] = [];
  let sameLine = false;
  for (const block of group) {
    if (block.kind === 'noise') {
      const cell = lines.at(-1)?.cells.at(-1);
      if (source.text.slice(block.start, block.end).includes('\n')) sameLine = false;
      if (cell === undefined) lines.push({ kind: 'header', cells: [{ leaves: [leafOf(block)], amount: null }], document: null });
      else cell.leaves.push(leafOf(block));
      continue;
    }
    const kind = block.kind === 'header' ? 'header' : 'row';
    for (const [n, spans] of printedLines(block, source).entries()) {
      const cells = spans.map((span) => ({ leaves: [{ kind: 'text' as const, span }], amount: amountIn(span, block, source) }));
      const last = lines.at(-1);
      const joins = n === 0 && (sameLine || (block.document !== null && last?.document === block.document)) && last?.kind === kind;
      if (joins) last.cells.push(...cells);
      else lines.push({ kind, cells, document: block.document });
    }
    sameLine = true;
  }
  return lines;
}

/** The cells of a block, line by line for heads, all in one line for a row: cut at the TABs, or where the reader found cells. Each keeps its TAB. */
function printedLines(block: Block, source: Source): readonly (readonly Span[])[] {
  const printed = documentOf(block, source)?.row?.printed ?? [];
  const inside = printed.filter(({ start, end }) => start >= block.start && end <= block.end);
  if (block.kind === 'row' && inside.length > 1)
    return [
      cutAt(
        block,
        inside.slice(1).map(({ start }) => start),
      ),
    ];
  if (block.kind === 'row') return [cutAt(block, after(source.text, block, '\t'))];
  return cutAt(block, after(source.text, block, '\n')).map((line) => cutAt(line, after(source.text, line, '\t')));
}

/** The offsets just after each `mark` inside a span, its end left out. */
function after(text: string, { start, end }: Span, mark: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(mark, start); at >= 0 && at + 1 < end; at = text.indexOf(mark, at + 1)) places.push(at + 1);
  return places;
}

function cutAt({ start, end }: Span, places: readonly number[]): readonly Span[] {
  const edges = [start, ...places.filter((place) => place > start && place < end), end];
  return edges.slice(1).map((to, n) => ({ start: edges[n] ?? start, end: to }));
}

function amountIn(span: Span, block: Block, source: Source): ShownCell['amount'] {
  const cell = documentOf(block, source)?.row?.cells.find(({ start, end }) => start >= span.start && end <= span.end && end > start);
  return cell === undefined || cell.value === null
    ? null
    : { column: cell.column, yuan: cell.yuan, span: { start: cell.start, end: cell.end } };
}

/** Every leaf in order. They tile the window: a test holds it. */
export const leavesOf = (displays: readonly Display[]): readonly Leaf[] =>
  displays.flatMap((display) =>
    display.kind === 'table' ? display.lines.flatMap(({ cells }) => cells.flatMap(({ leaves }) => leaves)) : display.leaves,
  );
