import type { ReportSummary } from '../../src/model/report.ts';
import { type Html, html } from './html.ts';

/** Departments shown; with more, the rest is named as a number with a link to the whole list. */
const SHOWN = 60;

/** Reports by department and year: each cell links to its reports. Nothing is added up. */
export function reportMatrix(url: (path: string) => string, reports: readonly ReportSummary[]): Html {
  const years = [...new Set(reports.map(({ year }) => year))].sort(
    (a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY),
  );
  const departments = Map.groupBy(reports, ({ department }) => department);
  const shown = [...departments].slice(0, SHOWN);
  return html`<div class="sheet" tabindex="0" role="group" aria-label="按部门和年度"><table class="matrix">
<thead><tr><th scope="col">部门</th>${years.map((year) => html`<th scope="col" class="figure">${year === null ? '未载明' : year}</th>`)}</tr></thead>
<tbody>${shown.map(
    ([department, own]) =>
      html`<tr><th scope="row">${departmentLink(url, department)}</th>${years.map((year) =>
        showCell(
          url,
          own.filter((report) => report.year === year),
        ),
      )}</tr>`,
  )}</tbody>
</table></div>${departments.size > SHOWN ? html`<p class="note">另有 ${departments.size - SHOWN} 个部门，见<a href="${url('/reports')}">报告列表</a>。</p>` : ''}`;
}

const departmentLink = (url: (path: string) => string, department: string | null): Html =>
  html`<a href="${url(`/?${new URLSearchParams({ department: department ?? '' })}`)}">${department ?? '部门未载明'}</a>`;

function showCell(url: (path: string) => string, reports: readonly ReportSummary[]): Html {
  if (reports.length === 0) return html`<td class="figure none"><span class="hidden">未收录</span><span aria-hidden="true">·</span></td>`;
  return html`<td class="figure">${reports.map((report, n) => html`${n === 0 ? '' : html`<br>`}<a href="${url(`/reports/${report.id}`)}">${report.reportKind ?? '报告'}${report.scope === null || report.scope === '部门汇总' ? '' : html`<span class="scope">（${report.scope}）</span>`}</a>`)}</td>`;
}
