import type { FacetEntry, SearchAnswer } from '../../src/search/answer.ts';
import { shownFacets } from '../../src/search/request.ts';
import { type Html, html } from './html.ts';
import { showCount } from './show.ts';

export const facetLabels: Readonly<Record<(typeof shownFacets)[number], string>> = {
  department: '部门',
  district: '区县',
  city: '城市',
  year: '年度',
  reportKind: '报告种类',
  scope: '口径',
  category: '章节',
  kind: '条目种类',
  table: '表',
  subject: '科目',
};

/** Values shown before the rest folds away. Selected ones always show. */
const SHOWN_FIRST = 8;

/** The facets beside the results: each value a link that toggles it. A facet in which nothing can be chosen is left out. */
export function showFacets(facets: SearchAnswer['facets']): Html {
  const groups = shownFacets
    .map((name) => ({ label: facetLabels[name], entries: facets[name] ?? [] }))
    .filter(({ entries }) => isUseful(entries));
  return html`${groups.map(({ label, entries }) => showGroup(label, entries))}`;
}

const isUseful = (entries: readonly FacetEntry[]): boolean =>
  entries.some((entry) => entry.selected || entry.excluded || (entry.count > 0 && entry.value !== null));

function showGroup(label: string, entries: readonly FacetEntry[]): Html {
  const listed = entries.filter((entry) => entry.count > 0 || entry.selected || entry.excluded);
  const first = listed.filter((entry, n) => n < SHOWN_FIRST || entry.selected || entry.excluded);
  const rest = listed.filter((entry) => !first.includes(entry));
  return html`<section class="facet"><h3>${label}</h3>
<ul>${first.map(showEntry)}</ul>
${rest.length === 0 ? '' : html`<details><summary>其余 ${rest.length} 项</summary><ul>${rest.map(showEntry)}</ul></details>`}
</section>`;
}

function showEntry(entry: FacetEntry): Html {
  const children = entry.children ?? [];
  const code = typeof entry.value === 'string' && children.length > 0 ? html`<span class="number">${entry.value}</span> ` : '';
  const state = entry.selected ? 'selected' : entry.excluded ? 'excluded' : '';
  const said = entry.selected ? '，已选，点击取消' : entry.excluded ? '，已排除，点击取消' : '';
  return html`<li><a class="value ${state}" href="${entry.url}"${entry.selected ? html` aria-current="true"` : ''} rel="nofollow"><span class="label">${code}${entry.label}${said === '' ? '' : html`<span class="hidden">${said}</span>`}</span> <span class="count">${showCount(entry.count)}</span></a>
${children.length === 0 ? '' : showChildren(entry, children)}</li>`;
}

const isOpen = (entry: FacetEntry): boolean => entry.selected || (entry.children ?? []).some(isOpen);

function showChildren(entry: FacetEntry, children: readonly FacetEntry[]): Html {
  const list = html`<ul>${children.map(showEntry)}</ul>`;
  return isOpen(entry)
    ? html`<details open><summary>下级</summary>${list}</details>`
    : html`<details><summary>下级</summary>${list}</details>`;
}
