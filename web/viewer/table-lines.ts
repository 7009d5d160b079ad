import type { Block } from '../../src/model/block.ts';
import type { Span } from '../../src/model/span.ts';
import { foldString } from '../../src/text/normal-form.ts';
import type { Leaf, ShownCell, ShownLine, Source } from './display.ts';
import type { Group } from './group-blocks.ts';
import { documentOf, leafOf } from './leaf.ts';

interface Cell extends ShownCell {
  readonly leaves: Leaf[];
}

/** Records that share a printed line share a line of the table; white space and noise go with the cell before them. */
export function linesOf(group: Group, source: Source): readonly ShownLine[] {
  const lines: { kind: 'header' | 'row'; indent: number; cells: Cell[]; document: string | null }[] = [];
  let sameLine = false;
  let indent = 0;
  for (const block of group) {
    if (block.kind === 'noise') {
      const cell = lines.at(-1)?.cells.at(-1);
      const blank = source.text.slice(block.start, block.end);
      if (blank.includes('\n')) sameLine = false;
      indent = sameLine ? 0 : tabsAtEnd(blank);
      if (cell === undefined)
        lines.push({ kind: 'header', indent: 0, cells: [{ leaves: [leafOf(block)], column: null, amount: null }], document: null });
      else cell.leaves.push(leafOf(block));
      continue;
    }
    const kind = block.kind === 'header' ? 'header' : 'row';
    for (const [n, spans] of printedLines(block, source).entries()) {
      const cells = spans.map((span) => cellOf(span, block, source));
      const last = lines.at(-1);
      const sameDocument = block.document !== null && last?.document === block.document && last.kind === kind;
      const joins = n === 0 && last !== undefined && (sameLine || sameDocument);
      if (joins) {
        last.cells.push(...cells);
        // A bare 行次 reads as a head; with a record beside it the line is a row.
        if (kind === 'row') last.kind = 'row';
      } else lines.push({ kind, indent: n === 0 ? indent : 0, cells, document: block.document });
    }
    sameLine = true;
    indent = 0;
  }
  return lines;
}

function tabsAtEnd(blank: string): number {
  let tabs = 0;
  while (blank.at(-1 - tabs) === '\t') tabs++;
  return tabs;
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

function cellOf(span: Span, block: Block, source: Source): Cell {
  const amount = amountIn(span, block, source);
  return { leaves: [{ kind: 'text', span }], column: amount?.column ?? wordsIn(span, block, source), amount };
}

/** What a cell of words holds. */
function wordsIn({ start, end }: Span, block: Block, source: Source): string | null {
  const row = documentOf(block, source)?.row;
  const printed = foldString(source.text.slice(start, end));
  if (row == null || printed === '') return null;
  if (row.code !== null && printed === row.code) return '科目编码';
  if (row.name !== null && printed === foldString(row.name)) return row.side === null ? '名称' : `${row.side}/名称`;
  return row.lineNo !== null && printed === row.lineNo ? (row.side === null ? '行次' : `${row.side}/行次`) : null;
}

function amountIn(span: Span, block: Block, source: Source): ShownCell['amount'] {
  const cell = documentOf(block, source)?.row?.cells.find(({ start, end }) => start >= span.start && end <= span.end && end > start);
  return cell === undefined || cell.value === null
    ? null
    : { column: cell.column, yuan: cell.yuan, span: { start: cell.start, end: cell.end } };
}
