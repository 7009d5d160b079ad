import { z } from 'zod';
import { spanSchema } from './span.ts';

/** A doubt met while reading: what could not be read or decided, and where. Shown on the coverage page, never a silent skip. */
export const issueSchema = z.object({ kind: z.string(), message: z.string(), at: spanSchema.nullable() }).readonly();
export type Issue = z.infer<typeof issueSchema>;

/** Kinds of doubts of a table that leave figures of it unread. */
export const unreadKinds = [
  'table-too-wide',
  'table-unread',
  'row-unread',
  'cell-unread',
  'rows-without-heads',
  'table-extra-values',
  'fact-undecided',
] as const;
export type UnreadKind = (typeof unreadKinds)[number];
