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

/** Values shown before the rest folds away. Chosen ones always show. */
const SHOWN_FIRST = 8;

interface Group {
  readonly label: string;
  readonly entries: readonly FacetEntry[];
}

/** The facets beside the results: each value a link that toggles it. What all results share stands at the end; a facet nobody states is left out. */
export function showFacets(facets: SearchAnswer['facets']): Html {
  const groups = shownFacets
    .map((name): Group => ({ label: facetLabels[name], entries: (facets[name] ?? []).filter(isListed) }))
    .filter(({ entries }) => entries.some((entry) => entry.value !== null || isChosen(entry)));
  const shared = groups.filter(isShared);
  return html`${groups.filter((group) => !shared.includes(group)).map(showGroup)}
${shared.length === 0 ? '' : html`<section class="facet shared"><h3>全部结果都是</h3><ul>${shared.map(({ entries }) => entries.map(showEntry))}</ul></section>`}`;
}

const isChosen = (entry: FacetEntry): boolean => entry.selected || entry.excluded;
const isListed = (entry: FacetEntry): boolean => entry.count > 0 || isChosen(entry);
const isShared = ({ entries: [only, ...others] }: Group): boolean =>
  only !== undefined && others.length === 0 && !isChosen(only) && (only.children ?? []).length === 0;

function showGroup({ label, entries }: Group): Html {
  const first = entries.filter((entry, n) => n < SHOWN_FIRST || isChosen(entry));
  const rest = entries.filter((entry) => !first.includes(entry));
  const isTree = entries.some(({ children }) => children !== undefined);
  return html`<section class="facet${isTree ? ' tree' : ''}"><h3>${label}</h3>
${isTree || entries.length <= SHOWN_FIRST ? '' : html`<input class="narrow" type="search" placeholder="筛选" aria-label="在${label}中查找" autocomplete="off">`}
<ul>${first.map(showEntry)}</ul>
${rest.length === 0 ? '' : html`<details><summary>其余 ${rest.length} 项</summary><ul>${rest.map(showEntry)}</ul></details>`}
</section>`;
}

function showEntry(entry: FacetEntry): Html {
  const children = (entry.children ?? []).filter(isListed);
  const state = entry.selected ? 'selected' : entry.excluded ? 'excluded' : '';
  const said = entry.selected ? '，已选，点击取消' : entry.excluded ? '，已排除，点击取消' : '';
  return html`<li><a class="value ${state}" href="${entry.url}"${entry.selected ? html` aria-current="true"` : ''} rel="nofollow"><span class="label">${codeOf(entry)}${entry.label}${said === '' ? '' : html`<span class="hidden">${said}</span>`}</span> <span class="count">${showCount(entry.count)}</span></a>
${children.length === 0 ? '' : showChildren(entry, children)}</li>`;
}

// 206 20604 2060499
const SUBJECT_CODE = /^\d{3,7}$/;

/** Subjects are known by their codes; a year is its own label. */
const codeOf = ({ value, label }: FacetEntry): Html | '' =>
  typeof value === 'string' && SUBJECT_CODE.test(value)
    ? html`<span class="rank">${ranks[value.length] ?? ''}</span> ${label.startsWith(value) ? '' : html`<span class="number">${value}</span> `}`
    : '';

/** The three levels of the classification by the digits of their codes. */
const ranks: Readonly<Record<number, string>> = { 3: '类', 5: '款', 7: '项' };

const isOpen = (entry: FacetEntry): boolean => isChosen(entry) || (entry.children ?? []).some(isOpen);

function showChildren(entry: FacetEntry, children: readonly FacetEntry[]): Html {
  const list = html`<ul>${children.map(showEntry)}</ul>`;
  const name = html`<summary>下级 ${children.length} 项<span class="hidden">：${entry.label}</span></summary>`;
  return isOpen(entry) ? html`<details open>${name}${list}</details>` : html`<details>${name}${list}</details>`;
}
