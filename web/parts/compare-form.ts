import { type CompareRequest, compareUrl } from '../../src/compare/compare-request.ts';
import { reportFacets } from '../../src/model/facet.ts';
import { NOT_STATED } from '../../src/query/filters.ts';
import { type Chip, listChips } from './chips.ts';
import { facetLabel } from './facets.ts';
import { type Html, html } from './html.ts';

/** The box. Filters in force stay with the next comparison. */
export const compareForm = (action: string, request: CompareRequest): Html =>
  html`<form class="search" role="search" action="${action}" method="get">
<label class="hidden" for="item">科目编码，或科目、数字、项目的名称</label>
<input id="item" name="item" type="search" value="${request.code ?? request.item ?? ''}" placeholder="科目编码或名称，如 2210201、公务接待费" autocomplete="off" spellcheck="false" maxlength="200">
<button type="submit">比较</button>
${filters.flatMap((name) => request[name].map((value) => html`<input type="hidden" name="${name}" value="${value}">`))}
</form>`;

const filters = [...reportFacets, 'period', 'report'] as const;
const labels = { period: '数字的年度', report: '报告' } as const;

/** The filters in force, each with the way to drop it. */
export function compareChips(base: string, request: CompareRequest): Html {
  const chips = filters.flatMap((name) =>
    request[name].map((value): Chip => {
      const others = request[name].filter((other) => other !== value);
      const excluded = value.startsWith('-');
      const shown = excluded ? value.slice(1) : value;
      return {
        label: name === 'period' || name === 'report' ? labels[name] : facetLabel(name),
        value: shown === '' ? NOT_STATED : shown,
        excluded,
        url: compareUrl(base, { ...request, [name]: others, page: 1 }),
      };
    }),
  );
  const none = Object.fromEntries(filters.map((name) => [name, []]));
  return listChips(chips, compareUrl(base, { ...request, ...none, page: 1 }));
}

const sorts = [
  ['source', '报告顺序'],
  ['department', '部门'],
  ['-year', '年度从新'],
  ['-actual', '决算从大'],
  ['-difference', '增减额从大'],
  ['-rate', '完成率从高'],
  ['rate', '完成率从低'],
] as const;

const conditions = [
  [undefined, '全部'],
  ['actual>budget', '决算高于预算'],
  ['actual<budget', '决算低于预算'],
] as const;

/** Order and condition, each a link. */
export const compareSwitches = (base: string, { page: _, ...request }: CompareRequest): Html =>
  html`<p class="sorts"><span>排序</span>${sorts.map(([sort, label]) => choice(label, sort === request.sort, compareUrl(base, { ...request, sort, page: 1 })))}</p>
<p class="sorts"><span>只看</span>${conditions.map(([where, label]) => choice(label, where === request.where, compareUrl(base, { ...withoutWhere(request), ...(where && { where }), page: 1 })))}</p>`;

const withoutWhere = <T extends { where?: unknown }>({ where: _, ...rest }: T) => rest;
const choice = (label: string, here: boolean, url: string): Html =>
  here ? html`<span aria-current="true">${label}</span>` : html`<a href="${url}" rel="nofollow">${label}</a>`;
