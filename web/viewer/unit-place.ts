import type { Block } from '../../src/model/block.ts';
import type { Span } from '../../src/model/span.ts';
import type { Figure } from './figure.ts';

/** Where the unit of a figure is printed: beside it, at the head of its table, or nowhere that was found. */
export type UnitPlace =
  | { readonly kind: 'beside' }
  | { readonly kind: 'head'; readonly span: Span; readonly printed: string }
  | { readonly kind: 'not-found' };

/** Heads of a table are looked for at most this many blocks above a row. */
const MOST_BLOCKS = 2_000;
// 单位：万元 / 金额单位:元
const SAYS_UNIT = /(?:金额)?单位\s*[:：]?\s*$/;

/** `blocks` are those of the report, `before` the start of the figure's row, `from` that of its table where it is known. */
export function findUnit(
  text: string,
  blocks: readonly Block[],
  figure: Figure,
  row: { readonly start: number; readonly table: number | null },
): UnitPlace {
  const { unit, printed } = figure;
  if (unit === null) return { kind: 'not-found' };
  if (printed.replace(/\s/g, '').endsWith(unit)) return { kind: 'beside' };
  const last = blocks.findLastIndex(({ start }) => start < row.start);
  for (let n = last; n >= Math.max(0, last - MOST_BLOCKS); n--) {
    const block = blocks[n];
    if (block === undefined || (row.table !== null && block.start < row.table)) break;
    if (block.kind !== 'header') continue;
    const at = text.slice(block.start, block.end).indexOf(unit);
    if (at >= 0) return headPlace(text, block.start, block.start + at, unit);
  }
  return { kind: 'not-found' };
}

/** The unit with the words that introduce it. */
function headPlace(text: string, from: number, at: number, unit: string): UnitPlace {
  const lead = SAYS_UNIT.exec(text.slice(Math.max(from, at - 12), at))?.[0] ?? '';
  const span = { start: at - lead.length, end: at + unit.length };
  return { kind: 'head', span, printed: text.slice(span.start, span.end) };
}
