import type { ReportSummary } from '../../src/model/report.ts';
import type { Coverage } from '../api/contract.ts';
import type { Frame } from '../parts/frame.ts';
import { type Html, html } from '../parts/html.ts';
import { joinLines } from '../parts/join-lines.ts';
import { layout, SERVICE_NAME } from '../parts/layout.ts';
import { reportMatrix } from '../parts/report-matrix.ts';
import { showCount, showTime } from '../parts/show.ts';

/** What is here, what is not, and what is doubtful. */
export function coveragePage(frame: Frame, coverage: Coverage, reports: readonly ReportSummary[]): Html {
  const main = html`<h1>收录情况</h1>
<p class="totals"><strong>${showCount(coverage.reports)}</strong> 份报告 · <strong>${showCount(coverage.documents)}</strong> 个条目 · <strong>${showCount(coverage.rows)}</strong> 个表格行${coverage.asOf === null ? '' : ` · 截至 ${showTime(coverage.asOf)}`}</p>
${reports.length === 0 ? html`<p class="note">还没有收录任何报告。</p>` : reportMatrix(frame.site.url, reports)}
<p class="note">圆点表示未收录：本服务没有这份报告，不表示它没有公开。</p>
<h2>未能读取的文件</h2>
${coverage.unread.length === 0 ? html`<p class="note">没有。交来的文件都已读出。</p>` : showUnread(coverage.unread)}
<h2>疑点</h2>
<p class="note">读取时不能确定之处，按报告列出。它们不一定是报告的错误。</p>
${
  coverage.issues.length === 0
    ? html`<p class="note">没有。</p>`
    : reports.map((report) =>
        showIssues(
          frame,
          report,
          coverage.issues.filter((issue) => issue.report === report.id),
        ),
      )
}`;
  return layout(frame, {
    title: `收录情况 - ${SERVICE_NAME}`,
    description: `已收录 ${coverage.reports} 份报告`,
    place: 'coverage',
    kind: 'wide-page',
    main,
  });
}

const showUnread = (unread: Coverage['unread']): Html =>
  html`<div class="sheet" tabindex="0" role="group" aria-label="未能读取的文件"><table class="list"><thead><tr><th scope="col">文件</th><th scope="col">原因</th></tr></thead>
<tbody>${unread.map(({ file, message }) => html`<tr><th scope="row">${file}</th><td>${message}</td></tr>`)}</tbody></table></div>`;

function showIssues({ site }: Frame, report: ReportSummary, issues: Coverage['issues']): Html | '' {
  if (issues.length === 0) return '';
  return html`<details class="issues" id="r-${report.id}"><summary>${report.department ?? report.title ?? report.file} ${report.year ?? ''} <span class="count">${showCount(issues.length)} 处</span></summary>
<p><a href="${site.url(`/reports/${report.id}`)}">打开报告</a></p>
<ol>${issues.map(({ message, anchor }) => html`<li>${message}${anchor === null ? '' : html` <a href="${anchor.url}#at">第 ${anchor.line} 行${anchor.quote.trim() === '' ? '' : html`：<q>${joinLines(anchor.quote.trim()).slice(0, 40)}</q>`}</a>`}</li>`)}</ol></details>`;
}
