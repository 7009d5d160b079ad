import { z } from 'zod';
import { issueSchema } from '../model/issue.ts';
import { provenanceSchema, reportIdSchema, reportKindSchema, scopeSchema, textOriginSchema } from '../model/report.ts';
import { spanSchema } from '../model/span.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A place where the bytes were found. `path` is what is shown (below the folder that was given); `location` is absolute and tells files apart. */
export const sourceFileSchema = z.object({ path: z.string(), location: z.string(), firstSeen: z.string() }).readonly();
export type SourceFile = z.infer<typeof sourceFileSchema>;

/** What a reader made of the bytes. The text itself is kept under `textSha256` (of its UTF-8 form). */
export const readingSchema = z
  .object({
    reader: z.string(),
    readAt: z.string(),
    textSha256: sha256,
    /** The same of the text without its byte order mark; left out where it has none. */
    bareTextSha256: sha256.optional(),
    characters: z.int(),
    pages: z.array(spanSchema).readonly().nullable(),
    textOrigin: textOriginSchema,
    encoding: z.string().nullable(),
    issues: z.array(issueSchema).readonly(),
  })
  .readonly();
export type Reading = z.infer<typeof readingSchema>;

/** One source: its bytes, where they were found, how they were read. */
export const sourceRecordSchema = z
  .object({ version: z.literal(1), sha256, bytes: z.int(), files: z.array(sourceFileSchema).min(1).readonly(), reading: readingSchema })
  .readonly();
export type SourceRecord = z.infer<typeof sourceRecordSchema>;

/** A file that gave no report, and why. Tried again when it changed, when `readers` changed, or when asked. */
export const unreadSchema = z
  .object({
    version: z.literal(1),
    file: z.string(),
    location: z.string(),
    bytes: z.int(),
    mtimeMs: z.number(),
    sha256: sha256.nullable(),
    reason: z.string(),
    message: z.string(),
    readers: z.string(),
    at: z.string(),
  })
  .readonly();
export type Unread = z.infer<typeof unreadSchema>;

/** What a person may correct. null takes an earlier correction of the field back. */
export const correctionSchema = z
  .object({
    title: z.string().min(1).nullable(),
    department: z.string().min(1).nullable(),
    district: z.string().min(1).nullable(),
    city: z.string().min(1).nullable(),
    year: z.int().min(1949).max(2200).nullable(),
    reportKind: reportKindSchema.nullable(),
    scope: scopeSchema.nullable(),
  })
  .partial()
  .readonly();
export type Correction = z.infer<typeof correctionSchema>;

/** Which report stands in the place of which: said of the older (`supersededBy`) and of the newer (`supersedes`). null takes it back. */
export const supersessionSchema = z
  .object({ supersedes: reportIdSchema.nullable(), supersededBy: reportIdSchema.nullable() })
  .partial()
  .readonly();

/** What people decided about a source, in the order in which they did. Nothing is ever taken out of the list. */
export const decisionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('correction'), at: z.string(), reason: z.string(), set: correctionSchema }).readonly(),
  z.object({ kind: z.literal('supersession'), at: z.string(), reason: z.string(), set: supersessionSchema }).readonly(),
  z.object({ kind: z.literal('provenance'), at: z.string(), reason: z.string(), provenance: provenanceSchema }).readonly(),
  z.object({ kind: z.literal('withdrawal'), at: z.string(), reason: z.string() }).readonly(),
  z.object({ kind: z.literal('restoration'), at: z.string(), reason: z.string() }).readonly(),
]);
export type Decision = z.infer<typeof decisionSchema>;

export const decisionsSchema = z.object({ version: z.literal(1), sha256, decisions: z.array(decisionSchema).readonly() }).readonly();
