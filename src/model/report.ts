import { z } from 'zod';
import { issueSchema } from './issue.ts';
import { sectionSchema } from './section.ts';
import { spanSchema } from './span.ts';
import { tableSchema } from './table.ts';

export const reportKinds = ['决算', '预算'] as const;
export const scopes = ['部门汇总', '本级', '单位'] as const;
export const reportKindSchema = z.enum(reportKinds);
export const scopeSchema = z.enum(scopes);
export type ReportKind = z.infer<typeof reportKindSchema>;
export type Scope = z.infer<typeof scopeSchema>;

/** Where a statement about a report was read. `at` is null for a file name or a person's correction. */
export const readFromSchema = z.enum(['title', 'cover', 'table', 'text', 'file-name', 'person']);
export type ReadFrom = z.infer<typeof readFromSchema>;
const stated = <T extends z.ZodType>(value: T) => z.object({ value, from: readFromSchema, at: spanSchema.nullable() }).readonly();

/** Who published what, when and for whom. A field that is not stated is absent. */
export const identitySchema = z
  .object({
    title: stated(z.string()).optional(),
    department: stated(z.string()).optional(),
    district: stated(z.string()).optional(),
    city: stated(z.string()).optional(),
    year: stated(z.int()).optional(),
    reportKind: stated(reportKindSchema).optional(),
    scope: stated(scopeSchema).optional(),
  })
  .readonly();
export type Identity = z.infer<typeof identitySchema>;

export const provenanceSchema = z
  .object({
    sourceUrl: z.string().nullable(),
    publisher: z.string().nullable(),
    publishedAt: z.string().nullable(),
    retrievedAt: z.string().nullable(),
    sourceKind: z.enum(['published', 'extracted']).nullable(),
  })
  .readonly();
export type Provenance = z.infer<typeof provenanceSchema>;
export const provenanceNotStated: Provenance = { sourceUrl: null, publisher: null, publishedAt: null, retrievedAt: null, sourceKind: null };

/** The first 16 hex digits of the SHA-256 of the bytes. */
export const REPORT_ID = /^[0-9a-f]{16}$/;
export const reportIdSchema = z.string().regex(REPORT_ID);

/** Where a report's text comes from: its own characters, recognised from a picture, taken out of another format, or typed. */
export const textOriginSchema = z.enum(['native', 'ocr', 'extracted', 'manual']);
export type TextOrigin = z.infer<typeof textOriginSchema>;

/** What a list of reports shows. */
export const reportSummarySchema = z
  .object({
    id: reportIdSchema,
    file: z.string(),
    title: z.string().nullable(),
    department: z.string().nullable(),
    district: z.string().nullable(),
    city: z.string().nullable(),
    year: z.int().nullable(),
    reportKind: reportKindSchema.nullable(),
    scope: scopeSchema.nullable(),
    sha256: z.string(),
    bytes: z.int(),
    characters: z.int(),
    pages: z.int().nullable(),
    passages: z.int(),
    rows: z.int(),
    facts: z.int(),
    issues: z.int(),
    indexedAt: z.string(),
  })
  .readonly();
export type ReportSummary = z.infer<typeof reportSummarySchema>;

/** Everything known about a report but its text, blocks and documents. */
export const reportSchema = reportSummarySchema
  .unwrap()
  .omit({ issues: true })
  .extend({
    textSha256: z.string(),
    reader: z.string(),
    textOrigin: textOriginSchema,
    status: z.enum(['current', 'superseded', 'withdrawn']),
    supersedes: z.string().nullable(),
    supersededBy: z.string().nullable(),
    contains: z.array(z.enum(['报表', '说明', '绩效'])).readonly(),
    files: z.array(z.object({ path: z.string(), firstSeen: z.string() }).readonly()).readonly(),
    sameTextAs: z.array(z.string()).readonly(),
    identity: identitySchema,
    provenance: provenanceSchema,
    outline: z.array(sectionSchema).readonly(),
    tables: z.array(tableSchema).readonly(),
    issues: z.array(issueSchema).readonly(),
  })
  .readonly();
export type Report = z.infer<typeof reportSchema>;

export const summarise = ({ issues, ...report }: Report): ReportSummary => reportSummarySchema.parse({ ...report, issues: issues.length });
