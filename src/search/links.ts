import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Span } from '../model/span.ts';
import { fold } from '../text/normal-form.ts';
import { defaultRequest, listParameters, type SearchRequest } from './request.ts';

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

/** What the URL of a search of nothing says: without any parameter the page is the one that one begins on, without hits. */
export const EMPTY_QUERY = 'q=';

/** The page of a search. The URL holds the whole state; what is as it is by default is left out, so that equal searches have equal URLs. */
export const searchUrl = (base: string, request: SearchRequest): string => urlOf(base, searchUrlParameters(request).toString());

const urlOf = (base: string, parameters: string): string => `${base}/?${parameters === '' ? EMPTY_QUERY : parameters}`;

/** Gives the URLs of searches that differ in the values of one parameter only: what they share is written once, for facets have hundreds of values. */
export function searchUrls(base: string, request: SearchRequest, name: Listed): (values: readonly string[]) => string {
  const place = listParameters.indexOf(name);
  const before = encode([...queryPair(request), ...listedPairs(request, listParameters.slice(0, place))]);
  const after = encode([...listedPairs(request, listParameters.slice(place + 1)), ...otherPairs(request)]);
  return (values) => {
    const own = values.map((value) => `${name}=${encodedValue(value)}`).join('&');
    return urlOf(base, [before, own, after].filter((part) => part !== '').join('&'));
  };
}

/** The parameters of a request in a fixed order. */
export const searchUrlParameters = (request: SearchRequest): URLSearchParams =>
  new URLSearchParams([...queryPair(request), ...listedPairs(request, listParameters), ...otherPairs(request)]);

type Pair = [name: string, value: string];
type Listed = (typeof listParameters)[number];

const encode = (pairs: Pair[]): string => new URLSearchParams(pairs).toString();

/** Facets show the same values at every search: thousands of departments in a large index. So many characters are kept, their escapes counted. */
const MOST_KEPT = 10_000_000;
const encodedValues = new LRUCache<string, string>({
  maxSize: MOST_KEPT,
  sizeCalculation: (encoded, value) => encoded.length + value.length + 1,
});

function encodedValue(value: string): string {
  const known = encodedValues.get(value);
  if (known !== undefined) return known;
  const encoded = encode([['', value]]).slice(1);
  encodedValues.set(value, encoded);
  return encoded;
}

const queryPair = ({ q }: SearchRequest): Pair[] => (q === '' ? [] : [['q', q]]);

const listedPairs = (request: SearchRequest, names: readonly Listed[]): Pair[] =>
  names.flatMap((name) => request[name].map((value): Pair => [name, value]));

function otherPairs(request: SearchRequest): Pair[] {
  const pairs: Pair[] = [];
  if (request.match !== defaultRequest.match) pairs.push(['match', request.match]);
  for (const measure of request.measure) pairs.push(['measure', measure]);
  if (request.min !== undefined) pairs.push(['min', request.min]);
  if (request.max !== undefined) pairs.push(['max', request.max]);
  if (request.sort !== defaultRequest.sort) pairs.push(['sort', request.sort]);
  if (request.page !== defaultRequest.page) pairs.push(['page', String(request.page)]);
  if (request.size !== defaultRequest.size) pairs.push(['size', String(request.size)]);
  if (request.facets !== defaultRequest.facets)
    pairs.push(['facets', typeof request.facets === 'string' ? request.facets : request.facets.join(',')]);
  if (request.group) pairs.push(['group', '1']);
  if (request.explain) pairs.push(['explain', '1']);
  return pairs;
}
