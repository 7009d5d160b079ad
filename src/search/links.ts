import { createHash } from 'node:crypto';
import type { Span } from '../model/span.ts';
import { fold } from '../text/normal-form.ts';
import { filterFacets, type SearchRequest } from './request.ts';

const DIGEST_DIGITS = 8;

/** The H of a link: the first 8 hex digits of the SHA-256 of a quote in normal form, UTF-8 (architecture.md, Links). */
export const quoteDigest = (foldedQuote: string): string =>
  createHash('sha256').update(foldedQuote, 'utf8').digest('hex').slice(0, DIGEST_DIGITS);

/** A piece of a report's text that begins at `start`, with the noise in it, in offsets of the report. */
export interface TextPiece {
  readonly text: string;
  readonly start: number;
  readonly noise: readonly Span[];
}

/** The digest of what stands at `span`, noise inside it left out. The piece must hold the span. */
export function digestAt({ text, start, noise }: TextPiece, span: Span): string {
  const quote = text.slice(span.start - start, span.end - start);
  return quoteDigest(fold(quote, { noise, start: span.start }).folded);
}

export const reportUrl = (base: string, report: string): string => `${base}/reports/${report}`;

/** A link that lasts: report, place and digest of the quote. */
export const placeUrl = (base: string, report: string, span: Span, digest: string): string =>
  `${reportUrl(base, report)}?at=${span.start}-${span.end}&h=${digest}`;

const listed = [...filterFacets, 'code', 'report'] as const;

/** The page of a search. The URL holds the whole state; what is as it is by default is left out, so that equal searches have equal URLs. */
export function searchUrl(base: string, request: SearchRequest): string {
  const parameters = searchParameters(request).toString();
  return `${base}/${parameters === '' ? '' : `?${parameters}`}`;
}

/** The parameters of a request in a fixed order. */
export function searchParameters(request: SearchRequest): URLSearchParams {
  const parameters = new URLSearchParams();
  if (request.q !== '') parameters.append('q', request.q);
  for (const name of listed) for (const value of request[name]) parameters.append(name, value);
  if (request.match !== 'auto') parameters.append('match', request.match);
  if (request.min !== undefined) parameters.append('min', request.min);
  if (request.max !== undefined) parameters.append('max', request.max);
  if (request.sort !== 'relevance') parameters.append('sort', request.sort);
  if (request.page !== 1) parameters.append('page', String(request.page));
  if (request.size !== 20) parameters.append('size', String(request.size));
  if (request.facets !== 'all') parameters.append('facets', typeof request.facets === 'string' ? request.facets : request.facets.join(','));
  if (request.group) parameters.append('group', '1');
  if (request.explain) parameters.append('explain', '1');
  return parameters;
}
