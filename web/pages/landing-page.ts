import type { ReportSummary } from '../../src/model/report.ts';
import { searchRequestSchema } from '../../src/search/request.ts';
import { makeMatrix } from '../coverage/matrix.ts';
import type { Frame } from '../parts/frame.ts';
import { type Html, html } from '../parts/html.ts';
import { layout, SERVICE_NAME } from '../parts/layout.ts';
import { reportMatrix } from '../parts/report-matrix.ts';
import { searchForm } from '../parts/search-form.ts';
import { showCount, showTime } from '../parts/show.ts';

/** A search to try, with the number of hits it has now: only those that find something are shown. */
export interface Example {
  readonly q: string;
  readonly says: string;
  readonly total: number;
}

const slogan = '检索政府部门预算、决算报告，落到原文的确切字符。';

/** Before anything is typed: what is here, and how to begin. */
export function landingPage(frame: Frame, reports: readonly ReportSummary[], examples: readonly Example[]): Html {
  const { url } = frame.site;
  const main = html`<section class="welcome">
<h1>${slogan}</h1>
${searchForm(url, searchRequestSchema.parse({ group: true }), true)}
${examples.length === 0 ? '' : showExamples(url, examples)}
<p class="note">有一批词要查：<a href="${url('/batch')}">批量检索</a>；看一个科目在各部门、各年度的数：<a href="${url('/compare')}">比较</a>。</p>
</section>
${reports.length === 0 ? nothingYet : showReports(url, reports)}`;
  return layout(frame, { title: `${SERVICE_NAME} - 政府账目检索`, description: slogan, place: 'search', kind: 'landing-page', main });
}

const nothingYet = html`<section class="silence"><h2>还没有收录任何报告</h2>
<p>用 <code>npm run suzhang -- index 文件或目录</code> 收录报告，然后刷新本页。</p></section>`;

const showExamples = (url: (path: string) => string, examples: readonly Example[]): Html =>
  html`<div class="examples"><h2>可以这样检索</h2><ul>${examples.map(
    ({ q, says, total }) =>
      html`<li><a href="${url(`/?${new URLSearchParams({ q })}`)}"><span class="typed">${q}</span></a> <span class="says">${says}</span> <span class="count">${showCount(total)} 条</span></li>`,
  )}</ul></div>`;

function showReports(url: (path: string) => string, reports: readonly ReportSummary[]): Html {
  const latest =
    reports
      .map(({ indexedAt }) => indexedAt)
      .toSorted()
      .at(-1) ?? '';
  const sum = (count: (report: ReportSummary) => number) => showCount(reports.reduce((total, report) => total + count(report), 0));
  return html`<section class="indexed"><h2>已收录</h2>
<p class="totals"><strong>${showCount(reports.length)}</strong> 份报告 · <strong>${sum((report) => report.passages)}</strong> 个段落 · <strong>${sum((report) => report.rows)}</strong> 个表格行 · <strong>${sum((report) => report.characters)}</strong> 字 · 截至 ${showTime(latest)}</p>
${reportMatrix(url, makeMatrix(reports, [], []), 'glimpse')}
<p><a href="${url('/reports')}">全部报告</a> · <a href="${url('/coverage')}">收录情况与未能读取的文件</a></p></section>`;
}
