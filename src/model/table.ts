import { z } from 'zod';

/** A table of a report. `absent`: its heading is there, the table is not (lost as an image); then start and end are null. */
export const tableSchema = z
  .object({
    label: z.string().nullable(),
    title: z.string(),
    unit: z.string().nullable(),
    status: z.enum(['present', 'empty', 'absent']),
    start: z.int().nullable(),
    end: z.int().nullable(),
    columns: z.array(z.string()).readonly(),
    note: z.object({ text: z.string(), start: z.int(), end: z.int() }).readonly().nullable(),
    rows: z.int(),
  })
  .readonly();
export type Table = z.infer<typeof tableSchema>;
