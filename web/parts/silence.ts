import type { SearchAnswer } from '../../src/search/answer.ts';
import { type Html, html } from './html.ts';
import { pageLink } from './page-links.ts';

/** Why nothing was found, and what would find something: computed with the answer, only shown here. */
export function showSilence({ why, query }: SearchAnswer): Html {
  const reasons = why?.reasons ?? [];
  return html`<section class="silence">
<h2>没有找到${query.text.trim() === '' ? '条目' : html` <span class="typed">${query.text}</span>`}</h2>
${reasons.length === 0 ? html`<p>在已收录的报告中没有这样的条目。</p>` : html`<ul>${reasons.map(showReason)}</ul>`}
</section>`;
}

/** A reason says its own count. One that would find nothing either is no link. */
const showReason = ({ message, count, url }: NonNullable<SearchAnswer['why']>['reasons'][number]): Html =>
  url === null || count === 0 ? html`<li>${message}</li>` : html`<li><a href="${pageLink(url)}">${message}</a></li>`;
