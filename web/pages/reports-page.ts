import type { ReportSummary } from '../../src/model/report.ts';
import type { Frame } from '../parts/frame.ts';
import { type Html, html } from '../parts/html.ts';
import { layout, SERVICE_NAME } from '../parts/layout.ts';
import { showPager } from '../parts/pager.ts';
import { showCount } from '../parts/show.ts';
import { nameOf } from '../parts/show-title.ts';

export interface ReportList {
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly reports: readonly ReportSummary[];
}

/** All reports that meet the filters, in source order. `url` makes the link to a page of the list. */
export function reportsPage(frame: Frame, list: ReportList, filters: Html, url: (page: number) => string): Html {
  const main = html`<h1>报告</h1>
${filters}
<p class="total">共 <strong>${showCount(list.total)}</strong> 份</p>
${list.total === 0 ? html`<p class="note">没有符合条件的报告。<a href="${frame.site.url('/reports')}">查看全部</a></p>` : showTable(frame, list.reports)}
${showPager(list.page, list.pages, url)}`;
  return layout(frame, {
    title: `报告 - ${SERVICE_NAME}`,
    description: `已收录的 ${list.total} 份报告`,
    place: 'reports',
    kind: 'wide-page',
    main,
  });
}

const showTable = ({ site }: Frame, reports: readonly ReportSummary[]): Html =>
  html`<div class="sheet" tabindex="0" role="group" aria-label="报告列表"><table class="list">
<thead><tr><th scope="col">报告</th><th scope="col">地区</th><th scope="col" class="figure">年度</th><th scope="col">种类</th><th scope="col">口径</th><th scope="col" class="figure">字数</th><th scope="col" class="figure">段落</th><th scope="col" class="figure">表格行</th><th scope="col" class="figure">疑点</th></tr></thead>
<tbody>${reports.map((report) => showReport(site.url, report))}</tbody></table></div>`;

const showReport = (url: (path: string) => string, report: ReportSummary): Html => html`<tr>
<th scope="row"><a href="${url(`/reports/${report.id}`)}">${report.department ?? nameOf(report)}</a><span class="file">${report.file}</span></th>
<td>${[report.city, report.district].filter((place) => place !== null).join(' ') || notStated}</td>
<td class="figure">${report.year ?? notStated}</td><td>${report.reportKind ?? notStated}</td><td>${report.scope ?? notStated}</td>
<td class="figure">${showCount(report.characters)}</td><td class="figure">${showCount(report.passages)}</td><td class="figure">${showCount(report.rows)}</td>
<td class="figure">${report.issues === 0 ? '0' : html`<a href="${url(`/coverage?report=${report.id}`)}">${showCount(report.issues)}</a>`}</td></tr>`;

const notStated = html`<span class="none">未载明</span>`;
