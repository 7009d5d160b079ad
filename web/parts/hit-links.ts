import type { Hit, SearchAnswer } from '../../src/search/answer.ts';
import { quoteDigest } from '../../src/search/links.ts';
import type { SearchRequest } from '../../src/search/request.ts';
import { foldString } from '../../src/text/normal-form.ts';
import { viewerPath } from '../viewer/viewer-url.ts';
import type { HitLinks } from './hit.ts';
import { pageUrl } from './page-url.ts';

/** The links of the hits of a search. They carry the query, so that the viewer marks its other matches too. */
export function linksOf(base: string, request: SearchRequest, answer: SearchAnswer): HitLinks {
  const asked = request.q.trim() === '' ? {} : { q: request.q, match: answer.level };
  const tail = request.q.trim() === '' ? '' : `&${new URLSearchParams(asked)}`;
  return {
    viewer: ({ source }) => `${source.url}${tail}#at`,
    similar: (hit: Hit) => pageUrl(base, { ...request, report: [hit.report.id], group: false, page: 1 }),
    figure(hit, at, printed) {
      const h = at.end - at.start === printed.length ? quoteDigest(foldString(printed)) : undefined;
      return base + viewerPath(hit.report.id, { ...asked, at, h }, 'at');
    },
  };
}
