import type { CompareAnswer, ComparedEntry } from '../../src/compare/compare-answer.ts';
import { type CompareRequest, compareUrl, compareUrlParameters } from '../../src/compare/compare-request.ts';
import { type MissingReason, missingLabels } from '../../src/compare/missing.ts';
import { compareChart, MOST_DRAWN } from '../charts/compare-chart.ts';
import { compareChips, compareForm, compareSwitches } from '../parts/compare-form.ts';
import { compareTable, sharedUnit } from '../parts/compare-table.ts';
import type { Frame } from '../parts/frame.ts';
import { type Html, html } from '../parts/html.ts';
import { layout, SERVICE_NAME } from '../parts/layout.ts';
import { showPager } from '../parts/pager.ts';
import { showCount } from '../parts/show.ts';

/** What the page knows beside the answer: money in 元, and that a name was not found as it was typed. */
export interface CompareView {
  readonly inYuan: boolean;
  readonly widened: boolean;
}

/** One subject, figure or project across departments and years; before anything is asked for, what there is to compare. */
export function comparePage(frame: Frame, request: CompareRequest, answer: CompareAnswer, view: CompareView): Html {
  const { base, url } = frame.site;
  const title = titleOf(answer);
  const stated = answer.reports.filter(({ slice }) => slice !== null);
  const silent = answer.reports.filter(({ slice }) => slice === null);
  const main = html`<div class="searching"><h1>${title ?? '比较'}</h1>${compareForm(url('/compare'), request)}${compareChips(base, request)}</div>
${view.widened ? html`<p class="note">没有恰好叫“${request.item}”的科目、数字或项目，以下是含有它的名称。</p>` : ''}
${answer.notes.map((note) => html`<p class="notice">${note}</p>`)}
${showSlices(answer)}
${stated.length === 0 ? '' : showEntries(base, request, answer, { stated, inYuan: view.inYuan })}
${title !== null && answer.total === 0 && answer.notes.length === 0 ? html`<p class="note">没有符合条件的数字。</p>` : ''}
${silent.length === 0 ? '' : showSilent(silent)}
${showPager(answer.page, answer.pages, (page) => compareUrl(base, { ...request, page }))}
${showChoices(answer, title)}
${title === null || stated.length > 0 ? '' : takeAway(base, request)}`;
  return layout(frame, {
    title: `${title ?? '比较'} - ${SERVICE_NAME}`,
    description:
      title === null ? '一个科目、数字或项目在各部门、各年度的预算与决算' : `${title}：各部门、各年度的预算与决算，每个数字都指向原文`,
    place: 'compare',
    kind: 'wide-page',
    main,
  });
}

const titleOf = ({ code, name }: CompareAnswer): string | null => (code === null ? name : `${code} ${name ?? ''}`.trim());

/** Slices shown before the rest folds away. The chosen one always shows. */
const SLICES_FIRST = 8;

/** Figures of different money never share a table: each kind is a tab of its own. */
function showSlices({ slices }: CompareAnswer): Html | '' {
  if (slices.length === 0) return '';
  const first = slices.filter(({ selected }, n) => n < SLICES_FIRST || selected);
  const rest = slices.filter((slice) => !first.includes(slice));
  const folded = rest.length === 0 ? '' : html`<details><summary>其余 ${rest.length} 种口径</summary>${rest.map(showSlice)}</details>`;
  return html`<nav class="slices" aria-label="口径"><span>口径</span>${first.map(showSlice)}${folded}</nav>`;
}

const showSlice = ({ label, entries, url, selected }: CompareAnswer['slices'][number]): Html =>
  html`<a href="${url}"${selected ? html` aria-current="true"` : ''}>${label} <span class="count">${showCount(entries)}</span></a> `;

function showEntries(
  base: string,
  request: CompareRequest,
  answer: CompareAnswer,
  { stated, inYuan }: { readonly stated: readonly ComparedEntry[]; readonly inYuan: boolean },
): Html {
  const unit = inYuan ? '元' : sharedUnit(stated);
  const slice = answer.slices.find(({ selected }) => selected)?.label ?? '';
  const caption = `${titleOf(answer) ?? ''}，${slice}`;
  const chart = compareChart(caption, stated);
  const address = compareUrl(base, request);
  const other = inYuan ? address : `${address}${address.includes('?') ? '&' : '?'}unit=yuan`;
  return html`<div class="summary">${compareSwitches(base, request)}${takeAway(base, request)}</div>
<p class="unit">单位：${unit ?? '随各数注明'} · <a href="${other}" rel="nofollow">${inYuan ? '按原文单位显示' : '精确到元显示'}</a></p>
<div class="sheet" tabindex="0" role="group" aria-label="${caption}">${compareTable(stated, { unit, inYuan }, { caption, only: onlyOf(base, request, answer) })}</div>
<p class="note">数字照录原文，点击即到原处；标“计算”的由本服务算出，点开有算式。不同报告的数字不相加。0.00 是原文印着零，${missingLabels['not-printed']}是报告没有印这个数，空白表示不适用。</p>
${chart === null ? '' : html`<figure class="drawing">${chart}<figcaption>${stated.length > MOST_DRAWN ? `图中为前 ${MOST_DRAWN} 条，全部数字见上表。` : '数字同上表。'}空心为预算，实心为决算；有几个不同数字的不画。</figcaption></figure>`}`;
}

/** Whoever reads of many departments goes on to the years of one, in the same slice. */
function onlyOf(base: string, request: CompareRequest, { slices }: CompareAnswer): (department: string) => string | null {
  const slice = slices.find(({ selected }) => selected)?.slice;
  const kept = { ...request, ...(slice !== undefined && { slice }), page: 1 };
  return (department) => (request.department.length === 0 ? compareUrl(base, { ...kept, department: [department] }) : null);
}

/** Reports that say nothing of it here: never zero, always with the reason. */
function showSilent(silent: readonly ComparedEntry[]): Html {
  const groups = Map.groupBy(silent, ({ missing, elsewhere }) =>
    elsewhere > 0 ? 'elsewhere' : (Object.values(missing).find((reason) => reason !== 'not-printed') ?? 'not-printed'),
  );
  return html`<section class="silent"><h2>没有这个数的报告</h2>${[...groups].map(
    ([
      reason,
      entries,
    ]) => html`<details><summary>${silentLabels[reason]} <span class="count">${showCount(entries.length)} 份</span></summary>
<ul>${entries.map(({ report }) => html`<li><a href="${report.url}">${report.department ?? report.title ?? report.file} ${report.year ?? ''} ${report.reportKind ?? ''}</a></li>`)}</ul></details>`,
  )}</section>`;
}

const silentLabels: Readonly<Record<MissingReason | 'elsewhere', string>> = { ...missingLabels, elsewhere: '有其他口径的数，见上面各口径' };

function showChoices({ choices }: CompareAnswer, title: string | null): Html | '' {
  if (choices === null || (title !== null && choices.total < 2)) return '';
  const more =
    choices.total > choices.names.length
      ? html`<p class="note">共 ${showCount(choices.total)} 个名称，列出报告最多的 ${choices.names.length} 个。</p>`
      : '';
  return html`<section class="choices"><h2>${title === null ? '可以比较的科目和数字' : '选一个名称'}</h2>
<ul>${choices.names.map(({ item, code, reports, url }) => html`<li><a href="${url}">${code === null ? '' : html`<span class="number">${code}</span> `}${item}</a> <span class="count">${showCount(reports)} 份报告</span></li>`)}</ul>${more}</section>`;
}

function takeAway(base: string, request: CompareRequest): Html {
  const parameters = compareUrlParameters({ ...request, page: 1 });
  return html`<p class="take-away"><span>取走全部</span><a href="${base}/api/compare.csv?${parameters}&header=zh" rel="nofollow" download>CSV（Excel）</a><a href="${base}/api/compare?${parameters}" rel="nofollow">JSON</a></p>`;
}
