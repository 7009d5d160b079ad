import { z } from 'zod';

/** A place that answers a query; grades 1 (marginal) to 3 (exactly what was asked). Offsets are UTF-16 units into the file. */
const spanSchema = z.object({ file: z.string(), start: z.int(), end: z.int(), grade: z.int().min(1).max(3) }).readonly();
export type JudgedSpan = z.infer<typeof spanSchema>;

const filtersSchema = z.object({ department: z.string().nullish(), category: z.string().nullish(), code: z.string().nullish() }).readonly();

const querySchema = z
  .object({ id: z.string(), q: z.string(), kind: z.string(), filters: filtersSchema.nullable(), relevant: z.array(spanSchema).readonly() })
  .readonly();
export type JudgedQuery = z.infer<typeof querySchema>;

/** A file of judged queries over some reports. */
export const judgedSchema = z
  .object({ meta: z.object({ corpus: z.array(z.object({ file: z.string() })).readonly() }), queries: z.array(querySchema).readonly() })
  .readonly();
export type Judged = z.infer<typeof judgedSchema>;
