import { foldString } from '../../src/text/normal-form.ts';
import { type MarkedLine, printedText } from '../outline/marked-line.ts';
import { isFigure } from './cell-kind.ts';
import { gridLine } from './grid.ts';
import { isCaptionText, looksLikeHeads } from './line-kind.ts';
import { isKnownTitle, tableTitle } from './title.ts';
import { isUnitText } from './units.ts';

// 12.00 | 1,234.56    (no page has such a number)
const FRACTION = /^-?\d[\d,]*\.\d+%?$/;
// 第 3 页 共 20 页
const PAGE = '页';

/** Whether a line says by itself, wherever it stands, that it is of a table: a title that all reports print, its department and unit, its heads, or a row of figures. */
export function isOfTable(line: MarkedLine): boolean {
  const printed = printedText(line);
  if (isKnownTitle(tableTitle(printed) ?? '') || isCaptionText(foldString(printed))) return true;
  const grid = gridLine(line, 0);
  const figures = grid.cells.filter((cell) => isFigure(cell.kind));
  if (figures.some((cell) => FRACTION.test(cell.plain)) || (figures.length > 1 && !printed.includes(PAGE))) return true;
  return grid.cells.some((cell) => isUnitText(cell.key)) || (grid.cells.length > 1 && looksLikeHeads(grid));
}
