import type { ReportSummary } from '../../src/model/report.ts';
import type { FacetEntry, SearchAnswer } from '../../src/search/answer.ts';
import { defaultRequest, type SearchRequest, shownFacets } from '../../src/search/request.ts';
import { facetLabel } from './facets.ts';
import { type Html, html, nothing } from './html.ts';
import { pageLink } from './page-links.ts';
import { pageUrl } from './page-url.ts';
import { nameOf } from './show-title.ts';

/** A filter in force, with the address without it. */
export interface Chip {
  readonly label: string;
  readonly value: string;
  readonly excluded: boolean;
  readonly url: string;
}

/** The filters in force, each with the way to drop it, and one way to drop them all. */
export function showChips(base: string, request: SearchRequest, answer: SearchAnswer, reports: readonly ReportSummary[]): Html {
  const chips = [...facetChips(answer), ...otherChips(base, request, reports)];
  return listChips(chips, pageUrl(base, withoutFilters(request)));
}

/** `cleared` is the address without any of them. Nothing where there are none. */
export const listChips = (chips: readonly Chip[], cleared: string): Html =>
  chips.length === 0
    ? nothing
    : html`<ul class="chips" aria-label="已用的筛选">${chips.map(showChip)}${chips.length < 2 ? '' : html`<li><a class="clear" href="${cleared}">全部清除</a></li>`}</ul>`;

const showChip = ({ label, value, excluded, url }: Chip): Html =>
  html`<li><a class="chip" href="${url}"><span class="what">${label}${excluded ? ' 不含' : ''}</span> ${value}<span class="drop" aria-hidden="true">×</span><span class="hidden">，去掉这个筛选</span></a></li>`;

const facetChips = (answer: SearchAnswer): Chip[] =>
  shownFacets.flatMap((name) =>
    inForce(answer.facets[name] ?? []).map((entry) => ({
      label: facetLabel(name),
      value: entry.label,
      excluded: entry.excluded,
      url: pageLink(entry.url),
    })),
  );

const inForce = (entries: readonly FacetEntry[]): FacetEntry[] =>
  entries.flatMap((entry) => [...(entry.selected || entry.excluded ? [entry] : []), ...inForce(entry.children ?? [])]);

function otherChips(base: string, request: SearchRequest, reports: readonly ReportSummary[]): Chip[] {
  const first = { ...request, page: 1 };
  const { min: _, ...withoutMin } = first;
  const { max: __, ...withoutMax } = first;
  return [
    ...request.report.map((id) => ({
      label: '报告',
      value: reportName(reports, id),
      excluded: false,
      url: pageUrl(base, { ...first, report: request.report.filter((other) => other !== id) }),
    })),
    ...request.measure.map((measure) => ({
      label: '金额的指标',
      value: measure,
      excluded: false,
      url: pageUrl(base, { ...first, measure: request.measure.filter((other) => other !== measure) }),
    })),
    ...(request.min === undefined ? [] : [{ label: '金额不低于', value: request.min, excluded: false, url: pageUrl(base, withoutMin) }]),
    ...(request.max === undefined ? [] : [{ label: '金额不高于', value: request.max, excluded: false, url: pageUrl(base, withoutMax) }]),
  ];
}

const reportName = (reports: readonly ReportSummary[], id: string): string => {
  const report = reports.find((known) => known.id === id);
  return report === undefined ? id : nameOf(report);
};

/** The same words, sorted and matched alike, without any filter. */
export const withoutFilters = ({ q, match, sort, size, group, explain, facets }: SearchRequest): SearchRequest => ({
  ...defaultRequest,
  q,
  match,
  sort,
  size,
  group,
  explain,
  facets,
});
