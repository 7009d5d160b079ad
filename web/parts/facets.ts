import { documentFacets } from '../../src/model/facet.ts';
import { labelOf } from '../../src/query/filters.ts';
import type { FacetEntry, SearchAnswer } from '../../src/search/answer.ts';
import { type ShownFacet, shownFacets } from '../../src/search/request.ts';
import { foldBeneath, isChosen, isListed, linkBeneath, type ShowBeneath, showValue } from './facet-value.ts';
import { type Html, html } from './html.ts';
import { showCount } from './show.ts';

export const facetLabel = (name: ShownFacet): string => labelOf(name === 'subject' ? 'code' : name);

/** Values shown before the rest folds away. Chosen ones always show. */
const SHOWN_FIRST = 8;
/** A longer facet is a link to the page that shows it whole: its hundreds of values would take longer than the search. */
const MOST_FOLDED = 20;

/** Which facet the page shows whole, the address of this page without and with one shown whole, and what stands between the facets of reports and those of what is in them. */
export interface Rail {
  readonly whole: ShownFacet | null;
  readonly address: (whole: ShownFacet | null) => string;
  readonly between: Html;
}

interface Group {
  readonly name: ShownFacet;
  readonly label: string;
  readonly entries: readonly FacetEntry[];
}

/** The facets beside the results: each value a link that toggles it. What all results share stands at the end; a facet nobody states is left out. */
export function showFacets(facets: SearchAnswer['facets'], rail: Rail): Html {
  const groups = shownFacets
    .map((name): Group => ({ name, label: facetLabel(name), entries: (facets[name] ?? []).filter(isListed) }))
    .filter(({ entries }) => entries.some((entry) => entry.value !== null || isChosen(entry)));
  const shared = groups.filter(isShared);
  const own = groups.filter((group) => !shared.includes(group));
  return html`${own.filter((group) => !isWithin(group)).map((group) => showGroup(group, rail))}
${rail.between}
${own.filter(isWithin).map((group) => showGroup(group, rail))}
${shared.length === 0 ? '' : html`<section class="facet shared"><h3>全部结果都是</h3><ul>${shared.map(({ entries }) => showValues(entries, foldBeneath))}</ul></section>`}`;
}

/** Of what stands in a report, not of the report itself. */
const isWithin = ({ name }: Group): boolean => name === 'subject' || documentFacets.some((own) => own === name);

const isShared = ({ entries: [only, ...others] }: Group): boolean =>
  only !== undefined && others.length === 0 && !isChosen(only) && (only.children ?? []).length === 0;

const showValues = (entries: readonly FacetEntry[], beneath: ShowBeneath): Html[] => entries.map((entry) => showValue(entry, beneath));

function showGroup(group: Group, rail: Rail): Html {
  const { name, label, entries } = group;
  const isTree = entries.some(({ children }) => children !== undefined);
  return html`<section class="facet${isTree ? ' tree' : ''}" id="facet-${name}"><h3>${label}</h3>
${isTree || entries.length > SHOWN_FIRST ? html`<input class="narrow" type="search" placeholder="查找${label}" aria-label="在${label}中查找" autocomplete="off">` : ''}
<div class="values">${rail.whole === name ? showWhole(group, rail) : showFirst(group, rail)}</div>
</section>`;
}

const showWhole = ({ name, entries }: Group, { address }: Rail): Html =>
  html`<p><a class="less" href="${address(null)}#facet-${name}" rel="nofollow">收起，只列前 ${SHOWN_FIRST} 项</a></p>
<ul>${showValues(entries, foldBeneath)}</ul>`;

function showFirst({ name, entries }: Group, { address }: Rail): Html {
  const first = entries.filter((entry, n) => n < SHOWN_FIRST || isChosen(entry));
  const rest = entries.filter((entry) => !first.includes(entry));
  const whole = address(name);
  const beneath = linkBeneath(whole);
  return html`<ul>${showValues(first, beneath)}</ul>
${rest.length === 0 ? '' : showRest()}`;

  function showRest(): Html {
    if (entries.length > MOST_FOLDED)
      return html`<a class="whole" href="${whole}#facet-${name}" rel="nofollow">全部 ${showCount(entries.length)} 项</a>`;
    return html`<details><summary>其余 ${rest.length} 项</summary><ul>${showValues(rest, beneath)}</ul></details>`;
  }
}
