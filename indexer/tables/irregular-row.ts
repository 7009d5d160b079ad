import { isFigure } from './cell-kind.ts';
import type { GridCell } from './grid.ts';
import { isTotalHead, type Layout } from './layout.ts';

/**
 * Why the figures of a row can't be trusted to stand under their own heads, although each stands under some head for figures; null where nothing speaks against it.
 * `row` are its cells from the first value to the last printed one. A row that fills every head, or every one for figures, has nowhere to slip.
 */
export function whyIrregular(cells: readonly GridCell[], row: readonly GridCell[], layout: Layout): string | null {
  const { values, aligned, width, extra, cells: usual } = layout;
  const figures = row.filter((cell) => isFigure(cell.kind)).length;
  const filled = row.filter((cell) => cell.kind !== 'empty').length;
  if (figures === 0 || filled === (extra > 0 ? width : values.length)) return null;
  if (extra === 0 && figures === values.filter(({ role }) => role !== 'text').length) return null;
  if (usual !== null && cells.length !== usual) return `这一行有 ${cells.length} 格，其他行有 ${usual} 格`;
  if (!aligned && row.length > values.length && filled < row.length) return `${row.length} 格对 ${values.length} 个栏目，中间有空格`;
  return isTotalHead(values[0]) && !isFigure(row[0]?.kind ?? 'empty') && figures > 1 ? '合计为空而右边有数字' : null;
}
