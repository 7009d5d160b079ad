import type { SearchAnswer } from '../../src/search/answer.ts';
import { searchUrlParameters } from '../../src/search/links.ts';
import { defaultRequest, type SearchRequest } from '../../src/search/request.ts';
import { type Html, html } from './html.ts';
import { showCount } from './show.ts';

/** A file has no pages, and nothing beside its hits. */
const { page, size, group, explain, facets } = defaultRequest;

/** The address of the whole result in another form: all hits, not the page at hand. */
export function exportUrl(base: string, request: SearchRequest, ending: 'csv' | 'ndjson' | 'atom'): string {
  const parameters = searchUrlParameters({ ...request, page, size, group, explain, facets }).toString();
  return `${base}/api/search.${ending}${parameters === '' ? '' : `?${parameters}`}`;
}

/** The whole result to take away, and the search to follow. */
export const takeAway = (base: string, request: SearchRequest, { total }: SearchAnswer): Html =>
  html`<p class="take-away"><span>取走全部 ${showCount(total)} 条</span><a href="${exportUrl(base, request, 'csv')}" rel="nofollow" download>CSV（Excel）</a><a href="${exportUrl(base, request, 'ndjson')}" rel="nofollow" download>NDJSON</a><a href="${exportUrl(base, request, 'atom')}" rel="nofollow" type="application/atom+xml">订阅（Atom）</a></p>`;

/** How long it took, and the same page for programs. */
export function pageFacts(base: string, request: SearchRequest, answer: SearchAnswer): Html {
  const parameters = searchUrlParameters(request).toString();
  return html`<p class="page-facts">用时 ${answer.tookMs < 1 ? '不到 1' : Math.round(answer.tookMs)} 毫秒 · <a href="${base}/api/search${parameters === '' ? '' : `?${parameters}`}" rel="nofollow">以 JSON 取走本页</a></p>`;
}
