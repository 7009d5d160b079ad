import { z } from 'zod';
import { decimalString } from './amount.ts';
import { sideSchema } from './fact.ts';
import { spanSchema } from './span.ts';

/** One printed figure of a row under the path of heads above it, joined by "/". */
export const cellSchema = z
  .object({
    column: z.string(),
    text: z.string(),
    value: decimalString.nullable(),
    yuan: decimalString.nullable(),
    start: z.int(),
    end: z.int(),
  })
  .readonly();
export type Cell = z.infer<typeof cellSchema>;

/** The table a row stands in, by its place in the report's list of tables. */
export const rowTableSchema = z
  .object({ index: z.int(), label: z.string().nullable(), title: z.string(), unit: z.string().nullable() })
  .readonly();

/**
 * One record of a table. A printed line that holds several side by side (收入 | 支出) is several rows.
 * `printed` are all cells of the row as they stand, empty ones too, under `header`; `cells` are its amounts.
 * `doubt` says why a row could not be read into columns: then `cells` is empty and nothing is guessed.
 */
export const rowSchema = z
  .object({
    table: rowTableSchema.nullable(),
    side: sideSchema.nullable(),
    lineNo: z.string().nullable(),
    code: z.string().nullable(),
    name: z.string().nullable(),
    header: z.array(z.string()).readonly(),
    printed: z.array(spanSchema).readonly(),
    cells: z.array(cellSchema).readonly(),
    doubt: z.string().nullable(),
  })
  .readonly();
export type Row = z.infer<typeof rowSchema>;
