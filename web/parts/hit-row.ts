import type { Hit } from '../../src/search/answer.ts';
import { cut, type Range } from './excerpt.ts';
import { type Html, html } from './html.ts';
import { showPieces } from './marks.ts';
import { showYuan } from './show.ts';

type Row = NonNullable<Hit['row']>;

/** A row under its heads, with the unit at the top right. Cells stand as they are printed. */
export function showHitRow(hit: Hit, row: Row): Html {
  const cells = printedCells(hit.text);
  const heads = row.header.length === cells.length ? row.header : null;
  return html`<div class="sheet" tabindex="0" role="group" aria-label="${hit.table ?? '表'}的一行">
<p class="unit">${row.unit === null ? '单位：未载明' : `单位：${row.unit}`}</p>
<table class="figures">
${heads === null ? '' : html`<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>`}
<tbody><tr>${cells.map((cell) => showCell(hit, row, cell))}</tr></tbody>
</table></div>`;
}

/** The cells of a printed row: what stands between TABs, or between line ends where each cell has its own line. Offsets into the hit's text. */
function printedCells(text: string): readonly Range[] {
  const mark = text.includes('\t') ? '\t' : '\n';
  const cells: Range[] = [];
  for (let start = 0; start <= text.length; ) {
    const at = text.indexOf(mark, start);
    const end = at < 0 ? text.length : at;
    cells.push([start, end]);
    start = end + 1;
  }
  return cells;
}

function showCell(hit: Hit, row: Row, [start, end]: Range): Html {
  const printed = hit.text.slice(start, end).trim();
  const amount = row.cells.find((cell) => cell.text === printed && cell.yuan !== null);
  const pieces = showPieces(cut(hit.text, [start, end], hit.highlights));
  if (amount?.yuan == null) return html`<td class="${isFigure(printed) ? 'figure' : 'words'}">${pieces}</td>`;
  return html`<td class="figure" title="${amount.column}：${showYuan(amount.yuan)}">${pieces}</td>`;
}

// 2,558.02 -3.5 99.91% 0
const FIGURE = /^[-−]?(?:[\d,，]+\.\d+[%％]?|\d{1,3}(?:[,，]\d{3})+|[\d.]+[%％]|\d)$/;
/** Whether what is printed in a cell is an amount; a code or a year is not. */
export const isFigure = (printed: string): boolean => FIGURE.test(printed);
