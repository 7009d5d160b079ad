import { type Html, html, nothing } from './html.ts';
import { showCount } from './show.ts';

/** Numbers shown on each side of the page at hand. */
const AROUND = 2;

/** Links to the pages of a list; `url` makes the link of a page. Nothing for a single page. */
export function showPager(page: number, pages: number, url: (page: number) => string): Html {
  if (pages <= 1) return nothing;
  const step = (to: number, label: string, rel: string) =>
    to >= 1 && to <= pages ? html`<a rel="${rel}" href="${url(to)}">${label}</a>` : html`<span class="off">${label}</span>`;
  return html`<nav class="pager" aria-label="分页">${step(page - 1, '上一页', 'prev')}
${numbers(page, pages).map((n) => (n === null ? html`<span class="gap">…</span>` : showNumber(n, page, url)))}
${step(page + 1, '下一页', 'next')}</nav>`;
}

const showNumber = (n: number, page: number, url: (page: number) => string): Html =>
  n === page ? html`<span aria-current="page">${showCount(n)}</span>` : html`<a href="${url(n)}">${showCount(n)}</a>`;

/** First, last and those around; null where some are left out. */
export function numbers(page: number, pages: number): readonly (number | null)[] {
  const shown = [1, pages];
  for (let n = page - AROUND; n <= page + AROUND; n++) if (n > 1 && n < pages) shown.push(n);
  const sorted = [...new Set(shown)].sort((a, b) => a - b);
  return sorted.flatMap((n, at) => (at > 0 && n - (sorted[at - 1] ?? n) > 1 ? [null, n] : [n]));
}
