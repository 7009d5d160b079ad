import { z } from 'zod';
import { spanSchema } from './span.ts';

/** A doubt met while reading: what could not be read or decided, and where. Shown on the coverage page, never a silent skip. */
export const issueSchema = z.object({ kind: z.string(), message: z.string(), at: spanSchema.nullable() }).readonly();
export type Issue = z.infer<typeof issueSchema>;
