import type { SearchRequest } from '../../src/search/request.ts';
import { type Html, html } from './html.ts';
import { keptParameters } from './search-form.ts';

/** Amounts from and to, in 元 or with a unit. Words and other filters stay. */
export function amountFilter(action: string, request: SearchRequest): Html {
  const { q, min = '', max = '', ...others } = request;
  return html`<section class="facet" id="facet-amount"><h3>金额</h3>
<form class="amounts" action="${action}" method="get">
<label><span aria-hidden="true">从</span><input name="min" value="${min}" placeholder="500万" aria-label="金额不低于，写元数或带单位" autocomplete="off" maxlength="40"></label>
<label><span aria-hidden="true">到</span><input name="max" value="${max}" placeholder="1.2亿" aria-label="金额不高于，写元数或带单位" autocomplete="off" maxlength="40"></label>
<button type="submit" aria-label="按金额筛选">筛选</button>
${q === '' ? '' : html`<input type="hidden" name="q" value="${q}">`}
${keptParameters({ ...others, q }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
</form></section>`;
}
