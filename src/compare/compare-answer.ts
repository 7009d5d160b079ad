import { z } from 'zod';
import { decimalString, measureSchema } from '../model/amount.ts';
import { factSourceSchema, fundSchema, partSchema, sideSchema } from '../model/fact.ts';
import { anchorSchema } from '../search/anchor-facts.ts';
import { hitReportSchema } from '../search/answer.ts';
import { missingReasons } from './missing.ts';

/** A figure as printed, with the place where it is. */
export const comparedFigureSchema = z
  .object({
    id: z.string(),
    text: z.string(),
    value: decimalString,
    unit: z.string().nullable(),
    yuan: decimalString.nullable(),
    from: factSourceSchema,
    table: z.string().nullable(),
    column: z.string().nullable(),
    anchor: anchorSchema,
  })
  .readonly();
export type ComparedFigure = z.infer<typeof comparedFigureSchema>;

/** A figure that we worked out, with its formula, what it was measured against, and the two printed figures it comes from; or why there is none. */
export const computedSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('computed'),
      value: decimalString,
      unit: z.string(),
      yuan: decimalString.nullable(),
      formula: z.string(),
      base: z.string(),
      names: z.array(z.string()).length(2).readonly(),
      operands: z.array(comparedFigureSchema).length(2).readonly(),
    })
    .readonly(),
  z.object({ kind: z.literal('not-computed'), reason: z.string(), message: z.string() }).readonly(),
]);
export type ComputedFigure = z.infer<typeof computedSchema>;

export const computedNames = ['增减额', '完成率', '比上年增减额', '比上年增减率'] as const;
export type ComputedName = (typeof computedNames)[number];

/**
 * What one report says of one subject or figure, for one period, fund, part and side. A report that says nothing has no measures and only reasons.
 * `slice` is equal for entries that may stand under one another; `elsewhere` counts what a silent report states in other slices.
 */
export const comparedEntrySchema = z
  .object({
    report: hitReportSchema,
    code: z.string().nullable(),
    name: z.string().nullable(),
    figure: z.string().nullable(),
    period: z.string().nullable(),
    fund: fundSchema.nullable(),
    part: partSchema.nullable(),
    side: sideSchema.nullable(),
    column: z.string().nullable(),
    slice: z.string().nullable(),
    elsewhere: z.int(),
    measures: z.partialRecord(measureSchema, z.array(comparedFigureSchema).readonly()).readonly(),
    /** Measures of which figures are printed that no rounding explains. */
    conflicts: z.array(measureSchema).readonly(),
    missing: z.partialRecord(measureSchema, z.enum(missingReasons)).readonly(),
    computed: z.partialRecord(z.enum(computedNames), computedSchema).readonly(),
  })
  .readonly();
export type ComparedEntry = z.infer<typeof comparedEntrySchema>;

export const sliceSchema = z
  .object({ slice: z.string(), label: z.string(), entries: z.int(), selected: z.boolean(), url: z.string() })
  .readonly();
export type ShownSlice = z.infer<typeof sliceSchema>;

/** A name to choose from; `url` compares it alone. */
export const choiceSchema = z
  .object({
    item: z.string(),
    code: z.string().nullable(),
    figure: z.string().nullable(),
    facts: z.int(),
    reports: z.int(),
    url: z.string(),
  })
  .readonly();
export type Choice = z.infer<typeof choiceSchema>;

export const compareAnswerSchema = z
  .object({
    code: z.string().nullable(),
    name: z.string().nullable(),
    figure: z.string().nullable(),
    /** Entries, those of reports that say nothing among them. */
    total: z.int(),
    /** Entries with figures. */
    stated: z.int(),
    page: z.int(),
    size: z.int(),
    pages: z.int(),
    reports: z.array(comparedEntrySchema).readonly(),
    /** The kinds of figures that never share a table, those of most entries first. */
    slices: z.array(sliceSchema).readonly(),
    choices: z
      .object({ total: z.int(), names: z.array(choiceSchema).readonly() })
      .readonly()
      .nullable(),
    /** What a reader must know: why nothing is compared. */
    notes: z.array(z.string()).readonly(),
  })
  .readonly();
export type CompareAnswer = z.infer<typeof compareAnswerSchema>;
