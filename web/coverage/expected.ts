import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type ReportKind, reportKinds } from '../../src/model/report.ts';

/** A report that somebody expects to be here. `file` is the name of its file where that is known. */
export interface ExpectedReport {
  readonly department: string;
  readonly year: number;
  readonly kind: ReportKind;
  readonly file: string | null;
}

/** `problems` are lines that could not be read; the others hold all the same. */
export interface ExpectedList {
  readonly reports: readonly ExpectedReport[];
  readonly problems: readonly string[];
}

export const nothingExpected: ExpectedList = { reports: [], problems: [] };

const lineSchema = z.object({
  department: z.string().trim().min(1, { error: '缺少部门全称' }),
  year: z
    .string()
    .trim()
    .regex(/^\d{4}$/, { error: '年度须为四位数字' })
    .transform((digits) => Number.parseInt(digits, 10)),
  kind: z.enum(reportKinds, { error: `种类须为${reportKinds.join('或')}` }),
  file: z.string().trim().optional(),
});

/**
 * Reads a list of what is expected: CSV in UTF-8 with the heads department,year,kind and perhaps file. No such file: nothing is expected.
 * Never throws for what stands in the file.
 */
export async function readExpected(path: string): Promise<ExpectedList> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return nothingExpected;
  try {
    return readLines(parse(text, { bom: true, columns: true, skip_empty_lines: true, trim: true }));
  } catch (error) {
    return { reports: [], problems: [`无法读作 CSV：${error instanceof Error ? error.message : String(error)}`] };
  }
}

function readLines(lines: readonly unknown[]): ExpectedList {
  const reports: ExpectedReport[] = [];
  const problems: string[] = [];
  lines.forEach((line, n) => {
    const read = lineSchema.safeParse(line);
    if (read.success) reports.push({ ...read.data, file: read.data.file || null });
    else problems.push(`第 ${n + 2} 行：${read.error.issues.map(({ message }) => message).join('；')}`);
  });
  return { reports, problems };
}
