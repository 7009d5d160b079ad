import { z } from 'zod';
import { amountSchema } from '../model/amount.ts';
import { documentKindSchema } from '../model/block.ts';
import { sideSchema } from '../model/fact.ts';
import { reportSummarySchema } from '../model/report.ts';
import { cellSchema } from '../model/row.ts';

/** One zod schema for the answer of a search; JSON, HTML, CSV, NDJSON and Atom are renderings of it. */
const range = z.tuple([z.int(), z.int()]).readonly();

export const levels = ['literal', 'words', 'any'] as const;
export const levelSchema = z.enum(levels);
export type Level = z.infer<typeof levelSchema>;

export const hitReportSchema = reportSummarySchema
  .unwrap()
  .pick({ id: true, title: true, department: true, district: true, city: true, year: true, reportKind: true, scope: true, file: true })
  .extend({ url: z.string() })
  .readonly();
export type HitReport = z.infer<typeof hitReportSchema>;

export const hitSourceSchema = z
  .object({
    start: z.int(),
    end: z.int(),
    page: z.int().nullable(),
    line: z.int(),
    /** Every occurrence that starts in the document, in order, in offsets of the report's text. */
    matches: z.array(range).readonly(),
    url: z.string(),
  })
  .readonly();

export const hitRowSchema = z
  .object({
    header: z.array(z.string()).readonly(),
    /** All cells as they stand, empty ones too, under `header`: in offsets of the report, and `at` in those of the hit's `text`. */
    printed: z.array(z.object({ start: z.int(), end: z.int(), at: range }).readonly()).readonly(),
    cells: z.array(cellSchema).readonly(),
    unit: z.string().nullable(),
    line: z.int(),
    side: sideSchema.nullable(),
    code: z.string().nullable(),
    name: z.string().nullable(),
  })
  .readonly();

export const hitSchema = z
  .object({
    id: z.string(),
    kind: documentKindSchema,
    level: levelSchema,
    score: z.number(),
    report: hitReportSchema,
    path: z.array(z.string()).readonly(),
    category: z.string().nullable(),
    table: z.string().nullable(),
    code: z.string().nullable(),
    codeName: z.string().nullable(),
    codeInferred: z.boolean(),
    text: z.string(),
    /** Parallel to `source.matches`, in offsets of `text`, cut at its end. */
    highlights: z.array(range).readonly(),
    source: hitSourceSchema,
    amounts: z.array(amountSchema).readonly(),
    row: hitRowSchema.nullable(),
    /** With `explain=1`: one sentence on why the hit stands where it stands. */
    explanation: z.string().optional(),
    /** With `group=1`: near-identical places of the same report that stand under this one. */
    similar: z
      .object({ count: z.int(), ids: z.array(z.string()).readonly() })
      .readonly()
      .optional(),
  })
  .readonly();
export type Hit = z.infer<typeof hitSchema>;

export interface FacetEntry {
  readonly value: string | number | null;
  readonly label: string;
  readonly count: number;
  readonly selected: boolean;
  readonly excluded: boolean;
  /** The same search with this value toggled. */
  readonly url: string;
  readonly children?: readonly FacetEntry[] | undefined;
}
export const facetEntrySchema: z.ZodType<FacetEntry> = z.object({
  value: z.union([z.string(), z.number()]).nullable(),
  label: z.string(),
  count: z.int(),
  selected: z.boolean(),
  excluded: z.boolean(),
  url: z.string(),
  get children() {
    return z.array(facetEntrySchema).readonly().optional();
  },
});

/**
 * `text` as typed; `note` says what else it was read as: the values of a filter given in part, other names, a slip, a department's full name.
 * `meant`: a slip put right, and the same search with it; set where nothing in the index stands as typed.
 */
export const shownTermSchema = z
  .object({
    kind: z.enum(['literal', 'word', 'exclude', 'filter', 'amount']),
    text: z.string(),
    note: z.string().optional(),
    meant: z.object({ text: z.string(), url: z.string() }).readonly().optional(),
  })
  .readonly();
export type ShownTerm = z.infer<typeof shownTermSchema>;

/** `at` is an offset into what was typed. */
export const warningSchema = z.object({ at: z.int(), message: z.string() }).readonly();

export const reasonSchema = z
  .object({
    kind: z.enum(['filter', 'term', 'spelling', 'empty']),
    message: z.string(),
    count: z.int().nullable(),
    url: z.string().nullable(),
  })
  .readonly();
export type Reason = z.infer<typeof reasonSchema>;

export const searchAnswerSchema = z
  .object({
    query: z
      .object({
        text: z.string(),
        terms: z.array(shownTermSchema).readonly(),
        warnings: z.array(warningSchema).readonly(),
        /** Query and filters in one plain sentence. */
        sentence: z.string(),
      })
      .readonly(),
    total: z.int(),
    exact: z.boolean(),
    level: levelSchema,
    levels: z.record(levelSchema, z.int()),
    page: z.int(),
    size: z.int(),
    pages: z.int(),
    tookMs: z.number(),
    engine: z.object({ name: z.string(), build: z.string() }).readonly(),
    hits: z.array(hitSchema).readonly(),
    facets: z.record(z.string(), z.array(facetEntrySchema).readonly()),
    /** On no result: why. */
    why: z
      .object({ reasons: z.array(reasonSchema).readonly() })
      .readonly()
      .nullable(),
  })
  .readonly();
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
