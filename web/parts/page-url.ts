import { searchUrl } from '../../src/search/links.ts';
import type { SearchRequest } from '../../src/search/request.ts';

/** The page of a search. Pages group near-identical places unless told not to, the API the other way round. */
export function pageUrl(base: string, request: SearchRequest): string {
  const url = searchUrl(base, { ...request, group: false });
  if (request.group) return url;
  return `${url}${url.includes('?') ? '&' : '?'}group=0`;
}
