import type { SearchAnswer } from '../../src/search/answer.ts';
import { type Html, html } from './html.ts';
import { showCount } from './show.ts';

/** Why nothing was found, and what would find something: computed with the answer, only shown here. */
export function showSilence({ why, query }: SearchAnswer): Html {
  const reasons = why?.reasons ?? [];
  return html`<section class="silence">
<h2>没有找到${query.text.trim() === '' ? '条目' : html`“<span class="typed">${query.text}</span>”`}</h2>
${reasons.length === 0 ? html`<p>在已收录的报告中没有这样的条目。</p>` : html`<ul>${reasons.map(showReason)}</ul>`}
</section>`;
}

function showReason({ message, count, url }: NonNullable<SearchAnswer['why']>['reasons'][number]): Html {
  const known = count === null ? '' : html` <span class="count">${showCount(count)} 条</span>`;
  return url === null ? html`<li>${message}${known}</li>` : html`<li><a href="${url}">${message}</a>${known}</li>`;
}
