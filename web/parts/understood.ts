import type { SearchAnswer, ShownTerm } from '../../src/search/answer.ts';
import { type Html, html, nothing } from './html.ts';
import { pageLink } from './page-links.ts';

const kinds: Readonly<Record<ShownTerm['kind'], string>> = {
  literal: '原文',
  word: '词语',
  exclude: '不含',
  filter: '筛选',
  amount: '金额',
};

/** What the query was read as, where that is more than the typed words, and what could not be read. */
export function showUnderstood({ query: { terms, warnings } }: Pick<SearchAnswer, 'query'>): Html {
  const telling = terms.some(({ kind, note }) => kind !== 'word' || note !== undefined) || terms.length > 1;
  if (!telling && warnings.length === 0) return nothing;
  return html`<div class="understood">
${telling ? html`<p>读作 ${terms.map(showTerm)}</p>` : ''}
${warnings.map(({ message }) => html`<p class="warning"><span class="what">注意</span> ${message}</p>`)}
</div>`;
}

const showTerm = ({ kind, text, note, meant }: ShownTerm): Html =>
  html`<span class="term"><span class="what">${kinds[kind]}</span> ${text}${note === undefined ? '' : html` <span class="term-note">（${note}）</span>`}${
    meant === undefined ? '' : html` <a href="${pageLink(meant.url)}">改查“${meant.text}”</a>`
  }</span>`;
