import { searchUrl } from '../../src/search/links.ts';
import type { SearchRequest } from '../../src/search/request.ts';
import { pageLink } from './page-links.ts';

/** The page of a search. Pages group near-identical places unless told not to, the API the other way round. */
export function pageUrl(base: string, request: SearchRequest): string {
  return pageLink(searchUrl(base, request));
}
