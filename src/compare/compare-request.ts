import { z } from 'zod';
import { reportFacets } from '../model/facet.ts';
import { filterValues, reportFilterSchemas } from '../search/request.ts';

/** How entries are ordered within a slice. `rate` and `difference` go by the exact quotient and difference of the figures; entries without one come last. */
export const compareSorts = [
  'source',
  'department',
  'year',
  '-year',
  'actual',
  '-actual',
  'difference',
  '-difference',
  'rate',
  '-rate',
] as const;
export type CompareSort = (typeof compareSorts)[number];

/** Conditions on an entry's two main figures; an entry that lacks one of them, or states several, meets none. */
export const compareConditions = ['actual>budget', 'actual<budget', 'actual=budget'] as const;
export type CompareCondition = (typeof compareConditions)[number];

/** A comparison as a person or program asks for it: the parameters of GET /api/compare. Without `code` and `item` there is nothing to compare yet. */
export const compareRequestSchema = z
  .object({
    /** A whole subject code: 2210201, not what lies beneath it. */
    code: z.string().optional(),
    /** The name of a subject, project or figure. */
    item: z.string().optional(),
    /** `exact`: names that fold alike; `contains`: every name that holds `item`. */
    match: z.enum(['exact', 'contains']).default('exact'),
    ...reportFilterSchemas,
    /** Years that figures are of; empty: those whose period nothing says. */
    period: filterValues,
    /** One slice alone: only figures of this fund, side, part and column. */
    slice: z.string().optional(),
    where: z.enum(compareConditions).optional(),
    sort: z.enum(compareSorts).default('source'),
    page: z.int().min(1).default(1),
    size: z.int().min(1).max(1000).default(100),
  })
  .readonly();
export type CompareRequest = z.infer<typeof compareRequestSchema>;

const defaults: CompareRequest = compareRequestSchema.parse({});

/** The page of a comparison. What is as it is by default is left out, so that equal comparisons have equal URLs. */
export function compareUrl(base: string, request: CompareRequest): string {
  const parameters = compareUrlParameters(request).toString();
  return `${base}/compare${parameters === '' ? '' : `?${parameters}`}`;
}

export function compareUrlParameters(request: CompareRequest): URLSearchParams {
  const parameters = new URLSearchParams();
  if (request.code !== undefined) parameters.append('code', request.code);
  if (request.item !== undefined) parameters.append('item', request.item);
  if (request.match !== defaults.match) parameters.append('match', request.match);
  for (const name of [...reportFacets, 'period', 'report'] as const) for (const value of request[name]) parameters.append(name, value);
  if (request.slice !== undefined) parameters.append('slice', request.slice);
  if (request.where !== undefined) parameters.append('where', request.where);
  if (request.sort !== defaults.sort) parameters.append('sort', request.sort);
  if (request.page !== defaults.page) parameters.append('page', String(request.page));
  if (request.size !== defaults.size) parameters.append('size', String(request.size));
  return parameters;
}
