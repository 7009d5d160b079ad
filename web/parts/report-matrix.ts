import type { ReportSummary } from '../../src/model/report.ts';
import type { Matrix, MatrixCell, MatrixColumn } from '../coverage/matrix.ts';
import { type Html, html } from './html.ts';

/** Departments shown where only a glimpse is wanted; the number of the others is said. */
const GLIMPSE = 60;
type Url = (path: string) => string;

/** Reports by department, year and kind: each cell leads to its reports, or says in words why there is none. */
export function reportMatrix(url: Url, { columns, rows }: Matrix, size: 'glimpse' | 'whole'): Html {
  const shown = size === 'glimpse' ? rows.slice(0, GLIMPSE) : rows;
  const years = [...Map.groupBy(columns, ({ year }) => year)];
  return html`<div class="sheet" tabindex="0" role="group" aria-label="按部门、年度和种类"><table class="matrix">
<thead><tr><th scope="col" rowspan="2">部门</th>${years.map(([year, own]) => html`<th scope="colgroup" colspan="${own.length}">${year ?? '年度未载明'}</th>`)}</tr>
<tr>${columns.map(({ kind }) => html`<th scope="col">${kind ?? '种类未载明'}</th>`)}</tr></thead>
<tbody>${shown.map(
    ({ department, cells }) =>
      html`<tr><th scope="row">${departmentLink(url, department)}</th>${cells.map((cell, n) => showCell(url, cell, columns[n]))}</tr>`,
  )}</tbody>
</table></div>${rows.length > shown.length ? html`<p class="note">另有 ${rows.length - shown.length} 个部门，见<a href="${url('/coverage')}">收录情况</a>。</p>` : ''}`;
}

const departmentLink = (url: Url, department: string | null): Html =>
  html`<a href="${url(`/?${new URLSearchParams({ department: department ?? '' })}`)}">${department ?? '部门未载明'}</a>`;

function showCell(url: Url, cell: MatrixCell, column: MatrixColumn | undefined): Html {
  if (cell.state === 'unread') return html`<td class="doubt" title="${cell.file}"><strong>未能读取</strong></td>`;
  if (cell.state === 'missing' && cell.expected) return html`<td class="none">未收录</td>`;
  if (cell.state === 'missing') return html`<td class="none"><span class="hidden">未收录</span><span aria-hidden="true">·</span></td>`;
  return html`<td>${cell.reports.map((report, n) => html`${n === 0 ? '' : html`<br>`}<a href="${url(`/reports/${report.id}`)}">${labelOf(report)}<span class="hidden">：${column?.year ?? '年度未载明'} ${column?.kind ?? ''}</span></a>`)}</td>`;
}

/** The accounts of a whole department are the rule; any other scope is said. */
const labelOf = ({ scope }: ReportSummary): string => (scope === null || scope === '部门汇总' ? '已收录' : `已收录（${scope}）`);
