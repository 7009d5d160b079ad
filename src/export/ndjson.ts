import type { Format } from './format.ts';
import { citationOf, documentLink } from './taken-line.ts';

/** One hit a line as GET /api/search shows it, with where it came from. A last line without `id` says that the index changed meanwhile. */
export const ndjson: Format = {
  type: 'application/x-ndjson; charset=utf-8',
  ending: 'ndjson',
  periods: false,
  begin: () => '',
  hits: (hits, { request, exportedAt }) =>
    hits
      .map((taken) => {
        const { sha256, provenance } = taken.source;
        const citation = citationOf({ ...taken, amount: null, query: request.q, exportedAt });
        const more = { sha256, provenance, link: documentLink(taken), citation, query: request.q, exportedAt };
        return `${JSON.stringify({ ...taken.hit, ...more })}\n`;
      })
      .join(''),
  end: (notice, { given, gone }) => (notice === null ? '' : `${JSON.stringify({ notice, given, gone })}\n`),
};
