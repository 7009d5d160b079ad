import { z } from 'zod';
import { decimalString, measureSchema } from './amount.ts';

/** Which money a figure is of, where the text or table says so. */
export const funds = ['一般公共预算', '政府性基金', '国有资本经营'] as const;
export const fundSchema = z.enum(funds);
export type Fund = z.infer<typeof fundSchema>;

/** Which part of spending a figure is of. */
export const parts = ['基本支出', '项目支出', '人员经费', '公用经费'] as const;
export const partSchema = z.enum(parts);
export type Part = z.infer<typeof partSchema>;

/** Which side of the accounts a figure stands on. */
export const sideSchema = z.enum(['收入', '支出']);
export type Side = z.infer<typeof sideSchema>;

export const factSources = ['line-item', 'structure', 'project', 'figure', 'indicator', 'row'] as const;
export const factSourceSchema = z.enum(factSources);
export type FactSource = z.infer<typeof factSourceSchema>;

/**
 * A figure that knows what it is. `item` is the subject, project or figure as the field calls it, `subject` the printed names above and including it.
 * `value` is as printed, a decrease negative; `yuan` the same in 元, signed, null where the unit is not money.
 * `period` is the year the figure is of. `start`..`end` is the printed figure with its unit, `document` the document that holds it.
 * A dimension that nothing says is null. Ids are made of the place, the measure and the figure or side, so indexing the same report again gives the same ids.
 */
export const factSchema = z
  .object({
    id: z.string(),
    report: z.string(),
    document: z.string(),
    from: factSourceSchema,
    item: z.string(),
    /** Id of the figure in the controlled vocabulary of figures without subject code. */
    figure: z.string().nullable(),
    code: z.string().nullable(),
    codeInferred: z.boolean(),
    subject: z.array(z.string()).readonly(),
    measure: measureSchema,
    period: z.string().nullable(),
    fund: fundSchema.nullable(),
    part: partSchema.nullable(),
    side: sideSchema.nullable(),
    table: z.string().nullable(),
    column: z.string().nullable(),
    text: z.string(),
    value: decimalString,
    unit: z.string().nullable(),
    yuan: decimalString.nullable(),
    start: z.int(),
    end: z.int(),
  })
  .readonly();
export type Fact = z.infer<typeof factSchema>;
