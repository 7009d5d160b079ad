import { type SearchRequest, sorts } from '../../src/search/request.ts';
import { type Html, html } from './html.ts';
import { pageUrl } from './page-url.ts';

const labels: Readonly<Record<(typeof sorts)[number], string>> = {
  relevance: '相关',
  '-amount': '金额从大',
  amount: '金额从小',
  '-year': '年度从新',
  year: '年度从旧',
  source: '报告顺序',
};

export const showSorts = (base: string, request: SearchRequest): Html =>
  html`<p class="sorts"><span>排序</span>${sorts.map((sort) =>
    sort === request.sort
      ? html`<span aria-current="true">${labels[sort]}</span>`
      : html`<a href="${pageUrl(base, { ...request, sort, page: 1 })}">${labels[sort]}</a>`,
  )}</p>`;
