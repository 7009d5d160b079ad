import { EMPTY_QUERY } from '../../src/search/links.ts';

// the parameter of an answer whose hits are grouped
const GROUPED = /[?&]group=1(?=&|$)/;

/** Pages group near-identical places unless told not to, the API the other way round: a link of an answer as a page has it. */
export function pageLink(url: string): string {
  if (!GROUPED.test(url)) return `${url}${url.includes('?') ? '&' : '?'}group=0`;
  const [path = '', query = ''] = url.split('?');
  const kept = query.split('&').filter((parameter) => parameter !== 'group=1');
  return `${path}?${kept.length === 0 ? EMPTY_QUERY : kept.join('&')}`;
}
