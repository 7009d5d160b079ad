import type { Span } from '../../src/model/span.ts';
import type { Hit } from '../../src/search/answer.ts';
import { foldString } from '../../src/text/normal-form.ts';
import { cut, type Range } from './excerpt.ts';
import { type Html, html } from './html.ts';
import { showPieces } from './marks.ts';
import { showYuan } from './show.ts';

type Row = NonNullable<Hit['row']>;

/** The link to a figure of a hit, by its place in the report and what is printed there. */
export type FigureLink = (hit: Hit, at: Span, printed: string) => string;

/** A row under its heads, with the unit at the top right. Cells stand as they are printed. */
export function showHitRow(hit: Hit, row: Row, figure: FigureLink): Html {
  const cells = row.printed.map(
    (place): Cell => ({
      range: place.at,
      printed: hit.text.slice(...place.at).trim(),
      amount: row.cells.find(({ start, end }) => start >= place.start && end <= place.end && end > start),
    }),
  );
  const own = row.header.length === cells.length ? row.header : [];
  const heads = cells.map((cell, n) => own[n] || headOf(row, cell));
  const hasHeads = heads.some((head) => head !== '');
  return html`<div class="sheet" tabindex="0" role="group" aria-label="${hit.table ?? '表'}的一行">
${row.cells.length === 0 ? '' : html`<p class="unit">单位：${row.unit ?? '未载明'}</p>`}
<table class="figures">
${hasHeads ? html`<thead><tr>${heads.map((head, n) => html`<th scope="col"${cells[n]?.amount === undefined ? '' : html` class="figure"`}>${showHead(head)}</th>`)}</tr></thead>` : ''}
<tbody><tr>${cells.map((cell, n) => showCell(hit, cell, heads[n] ?? '', figure))}</tr></tbody>
</table></div>`;
}

interface Cell {
  readonly range: Range;
  readonly printed: string;
  readonly amount: Row['cells'][number] | undefined;
}

/** The head of a cell where the table prints none above it. */
function headOf({ code, name }: Row, { printed, amount }: Cell): string {
  if (amount !== undefined) return amount.column;
  if (printed === '') return '';
  if (printed === code) return '科目编码';
  return name !== null && foldString(printed) === foldString(name) ? '名称' : '';
}

/** A figure is a link to its own characters. */
function showCell(hit: Hit, { range, printed, amount }: Cell, head: string, figure: FigureLink): Html {
  const pieces = showPieces(cut(hit.text, range, hit.highlights));
  if (amount === undefined) return html`<td class="${lookOf(printed, head)}">${pieces}</td>`;
  const title = amount.yuan === null ? '' : html` title="${amount.column}：${showYuan(amount.yuan)}"`;
  return html`<td class="figure"${title}><a class="cell" href="${figure(hit, { start: amount.start, end: amount.end }, printed)}">${pieces}</a></td>`;
}

// 2,558.02 -3.5 99.91% 0
const FIGURE = /^[-−]?(?:[\d,，]+\.\d+[%％]?|\d{1,3}(?:[,，]\d{3})+|[\d.]+[%％]|\d)$/;
// 2210201 13
const WHOLE_NUMBER = /^\d+$/;
// 科目编码 收入/行次 序号 科目编码/款
const NUMBERED = /(?:编码|代码|行次|序号|类|款|项)$/;

/** How a cell without a known amount is set: figures end at one line, codes and numbers of lines stay in one piece, words may wrap. */
export function lookOf(printed: string, head: string | null): 'figure' | 'code' | 'words' {
  const isNumber = WHOLE_NUMBER.test(printed);
  if (isNumber && head !== null && NUMBERED.test(head)) return 'code';
  if (FIGURE.test(printed)) return 'figure';
  return isNumber ? 'code' : 'words';
}

/** A head of several levels may wrap between them. */
export const showHead = (head: string): Html => html`${head.split('/').map((level, n) => html`${n === 0 ? '' : html`/<wbr>`}${level}`)}`;
