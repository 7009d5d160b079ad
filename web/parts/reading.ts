import { assertNever } from '../../src/errors.ts';
import type { Display, ShownCell, ShownLine } from '../viewer/display.ts';
import { isFigure } from './hit-row.ts';
import { type Html, html } from './html.ts';
import { showYuan } from './show.ts';
import { type SourceView, showLeaf } from './source-text.ts';

/** The reading view: headings, paragraphs, tables. */
export function showReading(view: SourceView, displays: readonly Display[]): Html {
  const ranks = headingRanks(displays);
  return html`<div class="reading">${displays.map((display) => showDisplay(view, display, ranks.get(display) ?? 6))}</div>`;
}

/** h1 is the title of the page and h2 that of the window; below them no rank is left out, wherever the window begins (WCAG, 1.3.1). */
function headingRanks(displays: readonly Display[]): ReadonlyMap<Display, number> {
  const ranks = new Map<Display, number>();
  let last = 2;
  for (const display of displays) {
    if (display.kind !== 'heading') continue;
    last = Math.min(display.level + 2, last + 1, 6);
    ranks.set(display, last);
  }
  return ranks;
}

function showDisplay(view: SourceView, display: Display, rank: number): Html {
  switch (display.kind) {
    case 'heading':
      return showHeading(view, display, rank);
    case 'paragraph':
      return html`<p id="s-${display.start}">${display.leaves.map((leaf) => showLeaf(view, leaf))}</p>`;
    case 'noise':
      return html`<div class="between">${display.leaves.map((leaf) => showLeaf(view, leaf))}</div>`;
    case 'table':
      return showTable(view, display);
    default:
      return assertNever(display);
  }
}

function showHeading(view: SourceView, { level, start, leaves }: Display & { kind: 'heading' }, rank: number): Html {
  const content = leaves.map((leaf) => showLeaf(view, leaf));
  const look = `level-${Math.min(level, 4)}`;
  if (rank === 3) return html`<h3 class="${look}" id="s-${start}">${content}</h3>`;
  if (rank === 4) return html`<h4 class="${look}" id="s-${start}">${content}</h4>`;
  if (rank === 5) return html`<h5 class="${look}" id="s-${start}">${content}</h5>`;
  return html`<h6 class="${look}" id="s-${start}">${content}</h6>`;
}

/** Lines of one cell above the heads (title, unit, department) stand before the table, so that its head is only heads. */
function showTable(view: SourceView, { start, unit, lines }: Display & { kind: 'table' }): Html {
  const columns = Math.max(1, ...lines.map(({ cells }) => cells.length));
  const above = columns === 1 ? 0 : countWhile(lines, ({ kind, cells }) => kind === 'header' && cells.length === 1);
  const heads = countWhile(lines.slice(above), ({ kind }) => kind === 'header');
  const saysUnit = unit === null || lines.slice(0, above + heads).some((line) => lineText(view, line).includes(unit));
  return html`<div class="sheet" id="s-${start}" tabindex="0" role="group" aria-label="表格">
${lines.slice(0, above).map((line) => html`<p class="above">${line.cells.map((cell) => showCellText(view, cell))}</p>`)}
${saysUnit ? '' : html`<p class="unit">单位：${unit}</p>`}
<table class="figures"><thead>${lines.slice(above, above + heads).map((line) => showLine(view, line, columns))}</thead>
<tbody>${lines.slice(above + heads).map((line) => showLine(view, line, columns))}</tbody></table></div>`;
}

function countWhile<T>(items: readonly T[], holds: (item: T) => boolean): number {
  const end = items.findIndex((item) => !holds(item));
  return end < 0 ? items.length : end;
}

const lineText = ({ text }: SourceView, { cells }: ShownLine): string =>
  cells.flatMap(({ leaves }) => leaves.map(({ span }) => text.slice(span.start, span.end))).join('');

/** A line of one cell runs over the whole width. */
function showLine(view: SourceView, { kind, cells }: ShownLine, columns: number): Html {
  if (cells.length === 1 && columns > 1) {
    const [cell] = cells;
    return html`<tr class="${kind} alone"><td colspan="${columns}">${cell === undefined ? '' : showCellText(view, cell)}</td></tr>`;
  }
  return html`<tr class="${kind}">${cells.map((cell) => showCell(view, cell, kind))}</tr>`;
}

function showCell(view: SourceView, cell: ShownCell, kind: ShownLine['kind']): Html {
  const content = showCellText(view, cell);
  const first = cell.leaves[0]?.span;
  const printed = first === undefined ? '' : view.text.slice(first.start, first.end).trim();
  if (kind === 'header') return printed === '' ? html`<td class="head">${content}</td>` : html`<th scope="col">${content}</th>`;
  if (cell.amount !== null) {
    const { column, yuan, span } = cell.amount;
    return html`<td class="figure"${yuan === null ? '' : html` title="${column}：${showYuan(yuan)}"`}><a class="cell" href="${view.link(span)}">${content}</a></td>`;
  }
  return html`<td class="${isFigure(printed) ? 'figure' : 'words'}">${content}</td>`;
}

const showCellText = (view: SourceView, { leaves }: ShownCell): Html => html`${leaves.map((leaf) => showLeaf(view, leaf))}`;
