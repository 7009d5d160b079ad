import type { ReportSummary } from '../../src/model/report.ts';
import type { Coverage } from '../api/answers.ts';
import type { ChosenDepartments, CoverageAsked } from '../coverage/choose-departments.ts';
import type { ExpectedList } from '../coverage/expected.ts';
import type { Frame } from '../parts/frame.ts';
import { type Html, html } from '../parts/html.ts';
import { joinLines } from '../parts/join-lines.ts';
import { layout, SERVICE_NAME } from '../parts/layout.ts';
import { showPager } from '../parts/pager.ts';
import { reportMatrix } from '../parts/report-matrix.ts';
import { showCount, showTime } from '../parts/show.ts';
import { nameOf } from '../parts/show-title.ts';

type Table = Coverage['read'][number]['tables'][number];

export interface CoveragePage {
  readonly coverage: Coverage;
  readonly expected: ExpectedList;
  readonly asked: CoverageAsked;
  readonly chosen: ChosenDepartments;
}

/** What is here, what is not, and what is doubtful: a page of the departments at a time. */
export function coveragePage(frame: Frame, { coverage, expected, asked, chosen }: CoveragePage): Html {
  const main = html`<h1>收录情况</h1>
<p class="totals"><strong>${showCount(coverage.reports)}</strong> 份报告 · <strong>${showCount(coverage.documents)}</strong> 个条目 · <strong>${showCount(coverage.rows)}</strong> 个表格行${coverage.asOf === null ? '' : ` · 截至 ${showTime(coverage.asOf)}`}</p>
${showChoice(frame, asked, chosen)}
${expected.reports.length === 0 ? '' : showLacks(frame, asked, chosen)}
${chosen.total === 0 ? '' : reportMatrix(frame.site.url, chosen.matrix, 'whole')}
<p class="note">${expected.reports.length === 0 ? '圆点表示未收录：本服务没有这份报告，不表示它没有公开。' : '“未收录”是应收清单中有而本服务没有的报告，“未能读取”是交来而没有读出的；圆点是清单没有要求的。未收录不表示没有公开。'}</p>
${expected.problems.length === 0 ? '' : html`<div class="notice"><strong>应收清单有读不懂的地方。</strong><ul>${expected.problems.map((problem) => html`<li>${problem}</li>`)}</ul></div>`}
${showPager(chosen.page, chosen.pages, (page) => frame.site.url(coveragePath({ ...asked, page })))}
<h2>读出了什么</h2>
<p class="note">按上表各部门的报告列出章节、表和疑点。疑点是读取时不能确定之处，不一定是报告的错误。</p>
${chosen.reports.map((report) => showReport(frame, report, coverage, asked.report === report.id))}
<h2>未能读取的文件</h2>
${coverage.unread.length === 0 ? html`<p class="note">没有。交来的文件都已读出。</p>` : showUnread(frame, coverage.unread)}`;
  return layout(frame, {
    title: `收录情况 - ${SERVICE_NAME}`,
    description: `已收录 ${coverage.reports} 份报告`,
    place: 'coverage',
    kind: 'wide-page',
    main,
  });
}

/** The page of the coverage that is asked for, within the service. */
function coveragePath({ name, report, lacking, page }: CoverageAsked): string {
  const parameters = new URLSearchParams();
  if (name !== '') parameters.set('name', name);
  if (report !== null) parameters.set('report', report);
  if (lacking) parameters.set('lacking', '1');
  if (page !== 1) parameters.set('page', String(page));
  return parameters.size === 0 ? '/coverage' : `/coverage?${parameters}`;
}

/** Which departments are shown, of how many, and the box that finds one. */
function showChoice({ site }: Frame, { name, report, lacking }: CoverageAsked, { total }: ChosenDepartments): Html {
  const all = html`<a href="${site.url('/coverage')}">全部部门</a>`;
  const found =
    report !== null
      ? html`${total === 0 ? '没有收录这份报告。' : '只列出一份报告。'}${all}`
      : name === '' && !lacking
        ? `共 ${showCount(total)} 个部门`
        : html`${[...(name === '' ? [] : [`名称含“${name}”`]), ...(lacking ? ['有缺'] : [])].join('、')}的部门 ${showCount(total)} 个。${all}`;
  return html`<form class="filters" action="${site.url('/coverage')}" method="get" role="search"><label>部门名称<input type="search" name="name" value="${name}" autocomplete="off"></label>${lacking ? html`<input type="hidden" name="lacking" value="1">` : ''}<button type="submit">查找</button></form>
<p class="total">${total === 0 && name === '' && report === null && !lacking ? '还没有收录任何报告。' : found}</p>`;
}

/** What of the expected list is not here, and the way to the departments that lack it. */
function showLacks({ site }: Frame, asked: CoverageAsked, { lacks: { missing, unread } }: ChosenDepartments): Html {
  const said = `应收清单中未收录 ${showCount(missing)} 份，未能读取 ${showCount(unread)} 份。`;
  if (missing + unread === 0) return html`<p class="note">应收清单中的报告都已收录。</p>`;
  const other = site.url(coveragePath({ ...asked, lacking: !asked.lacking, report: null, page: 1 }));
  return html`<p class="note">${said}<a href="${other}">${asked.lacking ? '不限' : '只列有缺的部门'}</a></p>`;
}

/** The rest is counted, and stands in the answer for programs. */
const MOST_UNREAD = 100;

const showUnread = ({ site }: Frame, unread: Coverage['unread']): Html =>
  html`<div class="sheet" tabindex="0" role="group" aria-label="未能读取的文件"><table class="list"><thead><tr><th scope="col">文件</th><th scope="col">原因</th></tr></thead>
<tbody>${unread.slice(0, MOST_UNREAD).map(({ file, message }) => html`<tr><th scope="row">${file}</th><td>${message}</td></tr>`)}</tbody></table></div>${unread.length > MOST_UNREAD ? html`<p class="note">另有 ${showCount(unread.length - MOST_UNREAD)} 个，见<a href="${site.url('/api/coverage')}">完整名单（JSON）</a>。</p>` : ''}`;

function showReport({ site }: Frame, report: ReportSummary, coverage: Coverage, open: boolean): Html | '' {
  const read = coverage.read.find((one) => one.report === report.id);
  if (read === undefined) return '';
  const issues = coverage.issues.filter((issue) => issue.report === report.id);
  const tables = (status: Table['status']): string => showCount(read.tables.filter((table) => table.status === status).length);
  const doubtful = read.tables.filter((table) => table.issues > 0).length;
  return html`<details class="issues"${open ? html` open` : ''}><summary>${report.department ?? nameOf(report)} ${report.year ?? ''} ${report.reportKind ?? ''}
<span class="count">${showCount(read.sections)} 章节 · ${tables('present')} 表${tables('empty') === '0' ? '' : ` · ${tables('empty')} 空表`}${tables('absent') === '0' ? '' : ` · ${tables('absent')} 表未收录`}${doubtful === 0 ? '' : ` · ${showCount(doubtful)} 表存疑`} · ${showCount(read.rows)} 行 · ${showCount(read.issues)} 疑点</span></summary>
<p><a href="${site.url(`/reports/${report.id}`)}">打开报告</a></p>
${read.tables.length === 0 ? '' : showTables(read.tables)}
${issues.length === 0 ? '' : html`<ol>${issues.map(showIssue)}</ol>`}</details>`;
}

const statuses: Readonly<Record<Table['status'], string>> = { present: '有', empty: '空表', absent: '只有标题，表可能是图片' };

const showTables = (tables: readonly Table[]): Html =>
  html`<div class="sheet" tabindex="0" role="group" aria-label="各表"><table class="list"><thead><tr><th scope="col">表</th><th scope="col">状态</th><th scope="col">单位</th><th scope="col" class="figure">行</th><th scope="col" class="figure">疑点</th></tr></thead>
<tbody>${tables.map(({ label, title, unit, status, rows, issues }) => html`<tr><th scope="row">${label === null ? '' : html`<span class="none">${label}</span> `}${title}</th><td>${statuses[status]}</td><td>${unit ?? html`<span class="none">未载明</span>`}</td><td class="figure">${showCount(rows)}</td><td class="figure">${showCount(issues)}</td></tr>`)}</tbody></table></div>`;

const showIssue = ({ message, anchor }: Coverage['issues'][number]): Html => {
  if (anchor === null) return html`<li>${message}</li>`;
  const quote = joinLines(anchor.quote.trim()).slice(0, 40);
  return html`<li>${message} <a href="${anchor.url}#at">第 ${anchor.line} 行${quote === '' ? '' : html`：<q>${quote}</q>`}</a></li>`;
};
