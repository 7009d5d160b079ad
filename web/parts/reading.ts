import type { Display, ShownCell, ShownLine } from '../viewer/display.ts';
import { isFigure } from './hit-row.ts';
import { type Html, html } from './html.ts';
import { showYuan } from './show.ts';
import { type SourceView, showLeaf } from './source-text.ts';

/** The reading view: headings, paragraphs, tables. */
export const showReading = (view: SourceView, displays: readonly Display[]): Html =>
  html`<div class="reading">${displays.map((display) => showDisplay(view, display))}</div>`;

function showDisplay(view: SourceView, display: Display): Html {
  switch (display.kind) {
    case 'heading':
      return showHeading(view, display);
    case 'paragraph':
      return html`<p id="s-${display.start}">${display.leaves.map((leaf) => showLeaf(view, leaf))}</p>`;
    case 'noise':
      return html`<div class="between">${display.leaves.map((leaf) => showLeaf(view, leaf))}</div>`;
    case 'table':
      return showTable(view, display);
  }
}

function showHeading(view: SourceView, { level, start, leaves }: Display & { kind: 'heading' }): Html {
  const content = leaves.map((leaf) => showLeaf(view, leaf));
  if (level === 1) return html`<h2 id="s-${start}">${content}</h2>`;
  if (level === 2) return html`<h3 id="s-${start}">${content}</h3>`;
  if (level === 3) return html`<h4 id="s-${start}">${content}</h4>`;
  return html`<h5 id="s-${start}">${content}</h5>`;
}

function showTable(view: SourceView, { start, unit, lines }: Display & { kind: 'table' }): Html {
  const bodyAt = lines.findIndex(({ kind }) => kind === 'row');
  const head = lines.slice(0, bodyAt < 0 ? lines.length : bodyAt);
  const columns = Math.max(1, ...lines.map(({ cells }) => cells.length));
  return html`<div class="sheet" id="s-${start}" tabindex="0" role="group" aria-label="表格">
${unit === null ? '' : html`<p class="unit" aria-hidden="true">单位：${unit}</p>`}
<table class="figures"><thead>${head.map((line) => showLine(view, line, columns))}</thead>
<tbody>${lines.slice(head.length).map((line) => showLine(view, line, columns))}</tbody></table></div>`;
}

/** A line of one cell runs over the whole width: unit lines, names of departments, notes. */
function showLine(view: SourceView, { kind, cells }: ShownLine, columns: number): Html {
  if (cells.length === 1 && columns > 1) {
    const [cell] = cells;
    return html`<tr class="${kind} alone"><td colspan="${columns}">${cell === undefined ? '' : showCellText(view, cell)}</td></tr>`;
  }
  return html`<tr class="${kind}">${cells.map((cell) => showCell(view, cell, kind))}</tr>`;
}

function showCell(view: SourceView, cell: ShownCell, kind: ShownLine['kind']): Html {
  const content = showCellText(view, cell);
  if (kind === 'header') return html`<th scope="col">${content}</th>`;
  const first = cell.leaves[0]?.span;
  const printed = first === undefined ? '' : view.text.slice(first.start, first.end).trim();
  if (cell.amount !== null) return html`<td class="figure" title="${cell.amount.column}：${showYuan(cell.amount.yuan)}">${content}</td>`;
  return html`<td class="${isFigure(printed) ? 'figure' : 'words'}">${content}</td>`;
}

const showCellText = (view: SourceView, { leaves }: ShownCell): Html => html`${leaves.map((leaf) => showLeaf(view, leaf))}`;
