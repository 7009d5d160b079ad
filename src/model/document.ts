import { z } from 'zod';
import { amountSchema } from './amount.ts';
import { documentKindSchema } from './block.ts';
import { categorySchema } from './category.ts';
import { rowSchema } from './row.ts';
import { spanSchema } from './span.ts';

/**
 * What a search returns. It begins and ends on a printed character; `spans` are its pieces less the noise inside it
 * (the first starts at `start`, the last ends at `end`), so its text is `sliceSpans(text, spans)`.
 * `line` is the line of `start`, from 1; `page` the page of a paged source. `code` is a subject code, `codeInferred` when it was resolved from names.
 */
export const documentSchema = z
  .object({
    id: z.string(),
    report: z.string(),
    kind: documentKindSchema,
    start: z.int(),
    end: z.int(),
    spans: z.array(spanSchema).readonly(),
    line: z.int(),
    page: z.int().nullable(),
    path: z.array(z.string()).readonly(),
    category: categorySchema.nullable(),
    table: z.string().nullable(),
    code: z.string().nullable(),
    codeName: z.string().nullable(),
    codeInferred: z.boolean(),
    amounts: z.array(amountSchema).readonly(),
    row: rowSchema.nullable(),
  })
  .readonly();
export type Document = z.infer<typeof documentSchema>;

/** Ids are made of the place, so indexing the same report again gives the same ids. */
export const documentId = (report: string, start: number): string => `${report}-${start}`;

/** The report of a document, from its id. */
export const reportOfDocument = (id: string): string => id.slice(0, id.lastIndexOf('-'));
