import { z } from 'zod';
import type { Issue } from './issue.ts';
import { contains } from './span.ts';

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

/** How many of the issues of a report lie in one of its tables: a table with any is doubtful. 0 for a table that is not printed. */
export const doubtsIn = ({ start, end }: Table, issues: readonly Issue[]): number =>
  start === null || end === null ? 0 : issues.filter(({ at }) => at !== null && contains({ start, end }, at)).length;
