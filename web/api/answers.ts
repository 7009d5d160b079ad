import { z } from 'zod';
import { blockSchema } from '../../src/model/block.ts';
import { issueSchema } from '../../src/model/issue.ts';
import { reportSummarySchema } from '../../src/model/report.ts';
import { tableSchema } from '../../src/model/table.ts';
import { anchorSchema } from '../../src/search/anchor-facts.ts';

const counted = { total: z.int(), page: z.int(), size: z.int(), pages: z.int() };
export const reportListSchema = z.object({ ...counted, reports: z.array(reportSummarySchema).readonly() }).readonly();
export const blockListSchema = z.object({ length: z.int(), blocks: z.array(blockSchema).readonly() }).readonly();

/** A source that was offered for indexing and could not be read. `reason` is a stable word. */
export const unreadSchema = z
  .object({ file: z.string(), sha256: z.string().nullable(), reason: z.string(), message: z.string() })
  .readonly();

/** What was read of one report. A table is doubtful when an issue lies in it. */
export const readReportSchema = z
  .object({
    report: z.string(),
    sections: z.int(),
    passages: z.int(),
    rows: z.int(),
    issues: z.int(),
    tables: z
      .array(
        tableSchema
          .unwrap()
          .pick({ label: true, title: true, unit: true, status: true, rows: true })
          .extend({ issues: z.int() })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

export const coverageSchema = z
  .object({
    asOf: z.string().nullable(),
    engine: z.object({ name: z.string(), build: z.string() }).readonly(),
    reports: z.int(),
    documents: z.int(),
    rows: z.int(),
    facts: z.int(),
    read: z.array(readReportSchema).readonly(),
    unread: z.array(unreadSchema).readonly(),
    issues: z
      .array(issueSchema.unwrap().omit({ at: true }).extend({ report: z.string(), anchor: anchorSchema.nullable() }).readonly())
      .readonly(),
  })
  .readonly();
export type Coverage = z.infer<typeof coverageSchema>;

export const readySchema = z.object({ status: z.literal('ready'), reports: z.int(), build: z.string() }).readonly();
export const aliveSchema = z.object({ status: z.literal('alive') }).readonly();
