import type { SearchAnswer } from '../../src/search/answer.ts';
import { searchParameters } from '../../src/search/links.ts';
import type { SearchRequest } from '../../src/search/request.ts';
import { type Html, html } from './html.ts';

/** The same answer in other forms: the page as JSON, the whole result as files; and many searches at once. */
export function takeAway(base: string, request: SearchRequest, answer: SearchAnswer): Html {
  const page = searchParameters(request).toString();
  const whole = new URLSearchParams(searchParameters({ ...request, page: 1, size: 20, facets: 'all', group: false }));
  const to = (ending: string, parameters: string) => `${base}/api/search${ending}${parameters === '' ? '' : `?${parameters}`}`;
  whole.append('header', 'zh');
  return html`<p class="take-away">用时 ${answer.tookMs < 1 ? '不到 1' : Math.round(answer.tookMs)} 毫秒 · 取走全部结果：<a href="${to('.csv', whole.toString())}" rel="nofollow" download>CSV 表格</a>、<a href="${to('.ndjson', whole.toString())}" rel="nofollow" download>NDJSON</a>、<a href="${to('.atom', whole.toString())}" rel="nofollow">Atom 订阅</a> · <a href="${to('', page)}" rel="nofollow">本页的 JSON</a> · <a href="${base}/batch?${new URLSearchParams({ q: request.q })}" rel="nofollow">批量检索</a></p>`;
}
