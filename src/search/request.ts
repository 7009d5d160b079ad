import { z } from 'zod';
import { measureSchema } from '../model/amount.ts';
import { documentFacets, reportFacets } from '../model/facet.ts';

/** Facets a person filters by, in the order they are shown. `subject` is filtered with `code`. */
export const filterFacets = [...reportFacets, ...documentFacets] as const;
export const shownFacets = [...filterFacets, 'subject'] as const;
/** The parameters that may be given more than once, in the order they have in a URL. */
export const listParameters = [...filterFacets, 'code', 'report'] as const;
export type FilterFacet = (typeof filterFacets)[number];
export type ShownFacet = (typeof shownFacets)[number];

export const matchModes = ['auto', 'literal', 'words', 'any'] as const;
export const sorts = ['relevance', '-amount', 'amount', '-year', 'year', 'source'] as const;

/** Values of a filter, none unless given. */
export const filterValues = z.array(z.string()).readonly().default([]);

/** The filters of which reports are meant. */
export const reportFilterSchemas = {
  department: filterValues,
  district: filterValues,
  city: filterValues,
  year: filterValues,
  reportKind: filterValues,
  scope: filterValues,
  report: filterValues,
} satisfies Readonly<Record<(typeof reportFacets)[number] | 'report', typeof filterValues>>;

/**
 * A search as a person or program asks for it: the parameters of GET /api/search, read but not yet resolved against the index.
 * A facet value with `-` before it is excluded, an empty one means "without a value".
 */
export const searchRequestSchema = z
  .object({
    q: z.string().default(''),
    ...reportFilterSchemas,
    category: filterValues,
    kind: filterValues,
    table: filterValues,
    code: filterValues,
    match: z.enum(matchModes).default('auto'),
    /** Limits `min`, `max` and the orders by amount to figures of these measures. */
    measure: z.array(measureSchema).readonly().default([]),
    /** Amounts as typed: "500万元", "1.2亿", "100". */
    min: z.string().optional(),
    max: z.string().optional(),
    sort: z.enum(sorts).default('relevance'),
    page: z.int().min(1).max(1_000_000_000).default(1),
    size: z.int().min(1).max(100).default(20),
    facets: z.union([z.enum(['all', 'none']), z.array(z.enum(shownFacets)).readonly()]).default('all'),
    group: z.boolean().default(false),
    explain: z.boolean().default(false),
  })
  .readonly();
export type SearchRequest = z.infer<typeof searchRequestSchema>;

/** What a search asks where nothing is said. */
export const defaultRequest: SearchRequest = searchRequestSchema.parse({});

/** The same search from its first page, with something else in the place of what was typed at `at` to `end`. */
export const withTerm = (
  request: SearchRequest,
  { at, end }: { readonly at: number; readonly end: number },
  by: string,
): SearchRequest => ({
  ...request,
  q: `${request.q.slice(0, at)}${by}${request.q.slice(end)}`,
  page: 1,
});
