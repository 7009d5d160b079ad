import type { ComparedEntry, ComparedFigure, ComputedFigure } from '../../src/compare/compare-answer.ts';
import { type MissingReason, missingLabels } from '../../src/compare/missing.ts';
import type { Measure } from '../../src/model/amount.ts';
import { type Html, html } from './html.ts';
import { groupDigits } from './show.ts';

/** How figures are shown: under one unit that stands above the table, or each with its own; in 元 where that was asked for. */
export interface FigureView {
  /** The unit above the table; null: each figure says its own. */
  readonly unit: string | null;
  readonly inYuan: boolean;
}

/** Every figure that a report prints of a measure; why there is none. Blank where nobody would look for one. */
export function measureCell(entry: ComparedEntry, measure: Measure, view: FigureView): Html {
  const figures = entry.measures[measure] ?? [];
  if (figures.length === 0) return missingCell(entry.missing[measure]);
  const groups = [...Map.groupBy(figures, (figure) => showFigure(figure, view)).values()];
  const conflict = entry.conflicts.includes(measure) ? html`<span class="conflict">数字不一致</span>` : '';
  return html`<td class="figure">${groups.map((same) => showGroup(same, view, groups.length > 1))}${conflict}</td>`;
}

const missingCell = (reason: MissingReason | undefined): Html =>
  reason === undefined ? html`<td class="figure"></td>` : html`<td class="missing">${missingLabels[reason]}</td>`;

/** Figures that read alike stand once, each further place as a small link. What is said of a figure stands before it, so that digits end at one line. */
function showGroup(same: readonly ComparedFigure[], view: FigureView, several: boolean): Html {
  const [first, ...others] = same;
  if (first === undefined) return html``;
  const also = others.map(
    (other) =>
      html`<a class="from" href="${other.anchor.url}#at" title="${sourceOf(other)}"><span class="hidden">${showFigure(other, view)} 又见</span>${shortSource(other)}</a> `,
  );
  return html`<span class="printed">${also}${several ? html`<span class="from">${shortSource(first)}</span> ` : ''}<a href="${first.anchor.url}#at" title="${sourceOf(first)}">${showFigure(first, view)}</a></span>`;
}

/** As printed, with separators; its unit where the table does not say it. */
export function showFigure({ value, unit, yuan }: ComparedFigure, view: FigureView): string {
  if (view.inYuan && yuan !== null) return groupDigits(yuan);
  const own = unit !== null && unit !== view.unit && !(unit === '%' && view.unit !== null) ? unit : '';
  return `${groupDigits(value)}${unit === '%' ? '%' : own}`;
}

const shortSource = ({ table }: ComparedFigure): string => (table === null ? '文' : '表');
const sourceOf = ({ table, column, text, anchor }: ComparedFigure): string =>
  `原文“${text.replace(WHITE, '')}”，${table === null ? '正文' : [table, column].filter((said) => said !== null).join('，')}，第 ${anchor.line} 行`;
const WHITE = /\s+/g;

/** A figure that we worked out: marked so, its formula one tap away, with links to the two it comes from. */
export function showComputed(one: ComputedFigure, view: FigureView): Html {
  if (one.kind === 'not-computed') return html`<span class="missing">${one.message}</span>`;
  const { value, unit, yuan, operands, names, formula } = one;
  const shown =
    view.inYuan && yuan !== null ? groupDigits(unsigned(yuan)) : `${groupDigits(unsigned(value))}${unit === view.unit ? '' : unit}`;
  const links = operands.map(
    (figure, n) => html`<li>${names[n]} <a href="${figure.anchor.url}#at">${groupDigits(figure.value)}${figure.unit}</a></li>`,
  );
  return html`<details class="computed"><summary><span class="from">计算</span> ${shown}</summary><p>${formula}</p><ul>${links}</ul></details>`;
}

/** A change with its direction in a word and an arrow; the sign alone is easily overlooked. */
export function showChange(one: ComputedFigure, view: FigureView): Html {
  if (one.kind === 'not-computed') return showComputed(one, view);
  return html`<span class="direction">${directionOf(one.value)}</span>${showComputed(one, view)}`;
}

export const directionOf = (value: string): string => (/[1-9]/.test(value) ? (value.startsWith('-') ? '↓ 减少' : '↑ 增加') : '持平');
const unsigned = (value: string): string => value.replace(/^-/, '');
