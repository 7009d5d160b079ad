import type { SearchAnswer } from '../../src/search/answer.ts';
import { searchParameters } from '../../src/search/links.ts';
import type { SearchRequest } from '../../src/search/request.ts';
import { type Html, html } from './html.ts';

/** The same answer in other forms. */
export function takeAway(base: string, request: SearchRequest, answer: SearchAnswer): Html {
  const parameters = searchParameters(request).toString();
  return html`<p class="take-away">用时 ${answer.tookMs < 1 ? '不到 1' : Math.round(answer.tookMs)} 毫秒 · <a href="${base}/api/search${parameters === '' ? '' : `?${parameters}`}" rel="nofollow">以 JSON 取走本页</a></p>`;
}
