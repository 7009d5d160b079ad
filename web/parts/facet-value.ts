import type { FacetEntry } from '../../src/search/answer.ts';
import { levelOfCode } from '../../src/subjects/subject.ts';
import { type Html, html } from './html.ts';
import { pageLink } from './page-links.ts';
import { showCount } from './show.ts';

/** How what stands beneath a value is shown: folded into the page, or as a link to where it is shown. */
export type ShowBeneath = (entry: FacetEntry, children: readonly FacetEntry[]) => Html;

export const isChosen = (entry: FacetEntry): boolean => entry.selected || entry.excluded;
export const isListed = (entry: FacetEntry): boolean => entry.count > 0 || isChosen(entry);

/** A value of a facet as a link that toggles it. */
export function showValue(entry: FacetEntry, beneath: ShowBeneath): Html {
  const children = (entry.children ?? []).filter(isListed);
  const state = entry.selected ? ' selected' : entry.excluded ? ' excluded' : '';
  const said = entry.selected ? '，已选，点击取消' : entry.excluded ? '，已排除，点击取消' : '';
  return html`<li><a class="value${state}" href="${pageLink(entry.url)}"${entry.selected ? html` aria-current="true"` : ''} rel="nofollow"><span class="label">${codeOf(entry)}${entry.label}${said === '' ? '' : html`<span class="hidden">${said}</span>`}</span> <span class="count">${showCount(entry.count)}</span></a>${children.length === 0 ? '' : beneath(entry, children)}</li>
`;
}

/** Subjects are known by their codes; of other facets no value looks like one. */
function codeOf({ value, label }: FacetEntry): Html | '' {
  const level = typeof value === 'string' ? levelOfCode(value) : null;
  return level === null
    ? ''
    : html`<span class="rank">${level}</span> ${label === value ? '' : html`<span class="number">${value}</span> `}`;
}

const leadsToChosen = (entry: FacetEntry): boolean => isChosen(entry) || (entry.children ?? []).some(leadsToChosen);

/** Where the values beneath one stand on the page. */
const beneathId = ({ value }: FacetEntry): string => `beneath-${value}`;

const saysBeneath = (entry: FacetEntry, children: readonly FacetEntry[]): Html =>
  html`下级 ${children.length} 项<span class="hidden">：${entry.label}</span>`;

/** All of them are on the page, folded away unless something beneath is chosen. */
export const foldBeneath: ShowBeneath = (entry, children) => {
  const list = html`<ul id="${beneathId(entry)}">${children.map((child) => showValue(child, foldBeneath))}</ul>`;
  return html`<details${leadsToChosen(entry) ? html` open` : ''}><summary>${saysBeneath(entry, children)}</summary>${list}</details>`;
};

/** Only what stands beneath a chosen value is on the page; the rest is a link to the page that `whole` names, with everything. */
export const linkBeneath = (whole: string): ShowBeneath => {
  const show: ShowBeneath = (entry, children) =>
    leadsToChosen(entry)
      ? html`<details open><summary>${saysBeneath(entry, children)}</summary><ul>${children.map((child) => showValue(child, show))}</ul></details>`
      : html`<a class="whole" href="${whole}#${beneathId(entry)}" rel="nofollow">${saysBeneath(entry, children)}</a>`;
  return show;
};
