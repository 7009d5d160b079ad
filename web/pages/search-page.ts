import type { ReportSummary } from '../../src/model/report.ts';
import type { SearchAnswer } from '../../src/search/answer.ts';
import type { SearchRequest, ShownFacet } from '../../src/search/request.ts';
import { amountFilter } from '../parts/amount-filter.ts';
import { showChips } from '../parts/chips.ts';
import { showFacets } from '../parts/facets.ts';
import type { Frame } from '../parts/frame.ts';
import { showHit } from '../parts/hit.ts';
import { linksOf } from '../parts/hit-links.ts';
import { type Html, html } from '../parts/html.ts';
import { layout, SERVICE_NAME } from '../parts/layout.ts';
import { showLevels } from '../parts/levels.ts';
import { pageUrl } from '../parts/page-url.ts';
import { showPager } from '../parts/pager.ts';
import { searchForm } from '../parts/search-form.ts';
import { showCount } from '../parts/show.ts';
import { showSilence } from '../parts/silence.ts';
import { showSorts } from '../parts/sorts.ts';
import { exportUrl, pageFacts, takeAway } from '../parts/take-away.ts';
import { showUnderstood } from '../parts/understood.ts';

export interface SearchPage {
  readonly request: SearchRequest;
  readonly answer: SearchAnswer;
  /** They name those that are searched alone. */
  readonly reports: readonly ReportSummary[];
  /** The facet of which every value is shown; null: the first ones of each. */
  readonly whole: ShownFacet | null;
}

/** The results of a search. */
export function searchPage(frame: Frame, { request, answer, reports, whole }: SearchPage): Html {
  const { base, url } = frame.site;
  const title = request.q.trim() === '' ? `浏览 - ${SERVICE_NAME}` : `${request.q.slice(0, 60)} - ${SERVICE_NAME}`;
  const main = html`<div class="searching"><h1 class="hidden">${request.q.trim() === '' ? '浏览' : `检索“${request.q.slice(0, 60)}”`}</h1>${searchForm(url, request, false)}
${showChips(base, request, answer, reports)}${showUnderstood(answer)}</div>
<div class="columns">
<details class="rail" id="filters"><summary>筛选</summary><div class="facets"><h2 class="hidden">筛选</h2>${showFacets(answer.facets, { whole, address: (name) => withWhole(pageUrl(base, request), name), between: amountFilter(url('/'), request) })}</div></details>
<section class="results" aria-labelledby="results-title">
<h2 id="results-title" class="hidden">结果</h2>
<div class="summary">${showLevels(base, request, answer)}${answer.total === 0 ? '' : html`${showSorts(base, request)}${takeAway(base, request, answer)}`}</div>
${answer.total === 0 ? showSilence(answer) : showHits(base, request, answer)}
${pageFacts(base, request, answer)}
</section>
</div>`;
  return layout(frame, {
    title,
    description: describe(answer),
    place: 'search',
    kind: 'search-page',
    main,
    feed: exportUrl(base, request, 'atom'),
  });
}

function showHits(base: string, request: SearchRequest, answer: SearchAnswer): Html {
  if (answer.hits.length === 0)
    return html`<p class="note">共 ${showCount(answer.pages)} 页，没有第 ${showCount(answer.page)} 页。<a href="${pageUrl(base, { ...request, page: 1 })}">回到第一页</a></p>`;
  const links = linksOf(base, request, answer);
  return html`<ol class="hits" start="${(answer.page - 1) * answer.size + 1}">${answer.hits.map((hit) => showHit(hit, links))}</ol>
${showPager(answer.page, answer.pages, (page) => pageUrl(base, { ...request, page }))}`;
}

const withWhole = (page: string, name: ShownFacet | null): string =>
  name === null ? page : `${page}${page.includes('?') ? '&' : '?'}whole=${name}`;

const describe = ({ total, query }: SearchAnswer): string =>
  query.text.trim() === ''
    ? `${total} 条`
    : `在政府部门预算、决算报告中检索“${query.text.slice(0, 80)}”：${total} 条，每条都指向原文的确切位置。`;
