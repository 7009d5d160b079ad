import type { FacetEntry, SearchAnswer } from '../../src/search/answer.ts';

// the parameter of an answer whose hits are grouped
const GROUPED = /[?&]group=1(?=&|$)/;

/** Pages group near-identical places unless told not to, the API the other way round: a link of an answer as a page has it. */
export function pageLink(url: string): string {
  if (!GROUPED.test(url)) return `${url}${url.includes('?') ? '&' : '?'}group=0`;
  const [path = '', query = ''] = url.split('?');
  const kept = query.split('&').filter((parameter) => parameter !== 'group=1');
  return kept.length === 0 ? path : `${path}?${kept.join('&')}`;
}

/** The same answer with links that stay on pages: what was ungrouped stays so. */
export function withPageLinks(answer: SearchAnswer): SearchAnswer {
  const facets = Object.fromEntries(Object.entries(answer.facets).map(([name, entries]) => [name, entries.map(linkEntry)]));
  const reasons = answer.why?.reasons.map((reason) => ({ ...reason, url: reason.url === null ? null : pageLink(reason.url) }));
  return { ...answer, facets, why: reasons === undefined ? null : { reasons } };
}

const linkEntry = (entry: FacetEntry): FacetEntry => ({
  ...entry,
  url: pageLink(entry.url),
  ...(entry.children === undefined ? {} : { children: entry.children.map(linkEntry) }),
});
