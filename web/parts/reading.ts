import { assertNever } from '../../src/errors.ts';
import { type Columns, findColumns, placeCells, placeHeads } from '../viewer/align-columns.ts';
import type { Display, ShownCell, ShownLine } from '../viewer/display.ts';
import { lookOf } from './hit-row.ts';
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

/** Tables of so many columns fit beside the outline on a wide screen: they need no scrolling of their own, and their heads stay in sight. */
const MOST_THAT_FIT = 8;

/** Lines of one cell above the heads (title, unit, department) stand before the table, and so do printed heads that do not fit its columns. */
function showTable(view: SourceView, { start, unit, lines }: Display & { kind: 'table' }): Html {
  const columns = findColumns(lines);
  const width = columns?.length ?? Math.max(1, ...lines.map(({ cells }) => cells.length));
  const leading = countWhile(lines, ({ kind }) => kind === 'header');
  const heads = lines.slice(0, leading);
  const above = width === 1 ? 0 : countWhile(heads, ({ cells }) => cells.length === 1);
  const fits = columns === null || (leading - above > 0 && heads.slice(above).every(({ cells }) => cells.length === width));
  const saysUnit = unit === null || heads.some((line) => lineText(view, line).includes(unit));
  const table: ShownTable = { view, columns, width, figures: figureColumns(lines, width) };
  return html`<div class="sheet${width <= MOST_THAT_FIT ? ' fits' : ' wide'}" id="s-${start}" tabindex="0" role="group" aria-label="表格">
${heads.slice(0, fits ? above : leading).map((line) => html`<p class="above${SAYS_UNIT.test(lineText(view, line)) ? ' unit-line' : ''}">${line.cells.map((cell) => html`<span>${showCellText(view, cell)}</span>`)}</p>`)}
${saysUnit ? '' : html`<p class="unit">单位：${unit}</p>`}
<table class="figures"><thead>${fits ? heads.slice(above).map((line) => showLine(table, line)) : showHeads(columns)}</thead>
<tbody>${lines.slice(leading).map((line) => showLine(table, line))}</tbody></table></div>`;
}

interface ShownTable {
  readonly view: SourceView;
  readonly columns: Columns | null;
  readonly width: number;
  /** Numbers of the columns, from 0, that hold amounts: their heads end where these do. */
  readonly figures: ReadonlySet<number>;
}

const figureColumns = (lines: readonly ShownLine[], width: number): ReadonlySet<number> =>
  new Set(
    lines
      .filter(({ kind, cells }) => kind === 'row' && cells.length === width)
      .flatMap(({ cells }) => cells.flatMap(({ amount }, n) => (amount === null ? [] : [n]))),
  );

// 金额单位：万元 / 单 位:元
const SAYS_UNIT = /单\s?位\s?[:：]/;

// heads of columns of words
const WORD_HEADS = /(?:编码|名称|项目|行次)$/;

/** Heads as they were read, each over its columns. */
const showHeads = (columns: Columns): Html =>
  html`${placeHeads(columns).map(
    (heads) =>
      html`<tr class="header">${heads.map(({ text, width, height }) => {
        const over = html`${width > 1 ? html` colspan="${width}"` : ''}${height > 1 ? html` rowspan="${height}"` : ''}`;
        return text === ''
          ? html`<td class="head"${over}></td>`
          : html`<th scope="${width > 1 ? 'colgroup' : 'col'}"${WORD_HEADS.test(text) ? '' : html` class="figure"`}${over}>${text}</th>`;
      })}</tr>`,
  )}`;

function countWhile<T>(items: readonly T[], holds: (item: T) => boolean): number {
  const end = items.findIndex((item) => !holds(item));
  return end < 0 ? items.length : end;
}

const lineText = ({ text }: SourceView, { cells }: ShownLine): string =>
  cells.flatMap(({ leaves }) => leaves.map(({ span }) => text.slice(span.start, span.end))).join('');

/** A line of one cell runs over the whole width. */
function showLine({ view, columns, width, figures }: ShownTable, line: ShownLine): Html {
  const { kind, cells } = line;
  const [only, ...others] = cells;
  if (only !== undefined && others.length === 0 && width > 1)
    return html`<tr class="${kind} alone"><td colspan="${width}">${showCellText(view, only)}</td></tr>`;
  if (kind === 'header')
    return html`<tr class="header">${cells.map((cell, n) => showHeadCell(view, cell, cells.length === width && figures.has(n)))}</tr>`;
  if (columns === null) return html`<tr class="row">${cells.map((cell) => showCell(view, cell, 1))}</tr>`;
  return html`<tr class="${kind}">${placeCells(line, columns).map(({ cell, width }) =>
    cell === null ? html`<td${spanOver(width)}></td>` : showCell(view, cell, width),
  )}</tr>`;
}

const spanOver = (width: number): Html | '' => (width === 1 ? '' : html` colspan="${width}"`);

function showHeadCell(view: SourceView, cell: ShownCell, isFigure: boolean): Html {
  const content = showCellText(view, cell);
  if (printedIn(view, cell) === '') return html`<td class="head">${content}</td>`;
  return html`<th scope="col"${isFigure ? html` class="figure"` : ''}>${content}</th>`;
}

function printedIn({ text }: SourceView, { leaves: [first] }: ShownCell): string {
  return first === undefined ? '' : text.slice(first.span.start, first.span.end).trim();
}

function showCell(view: SourceView, cell: ShownCell, width: number): Html {
  const content = showCellText(view, cell);
  const printed = printedIn(view, cell);
  if (cell.amount !== null) {
    const { column, yuan, span } = cell.amount;
    return html`<td class="figure"${yuan === null ? '' : html` title="${column}：${showYuan(yuan)}"`}${spanOver(width)}><a class="cell" href="${view.link(span)}">${content}</a></td>`;
  }
  return html`<td class="${lookOf(printed, cell.column)}"${spanOver(width)}>${content}</td>`;
}

const showCellText = (view: SourceView, { leaves }: ShownCell): Html => html`${leaves.map((leaf) => showLeaf(view, leaf))}`;
