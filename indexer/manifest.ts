import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { InvalidInputError } from '../src/errors.ts';
import { type Provenance, provenanceSchema } from '../src/model/report.ts';
import { systemReasonOf } from './system-reasons.ts';

/** Where sources come from, as a table beside them: file, source_url, publisher, published_at, retrieved_at, source_kind (published or extracted). */
export interface Manifest {
  readonly path: string;
  /** By place, else by name where only one line has it. */
  provenanceOf(location: string): Provenance | null;
  /** Lines that no file asked for. */
  unused(): readonly string[];
}

const chinese = z.locales.zhCN().localeError;
const blankAsNull = z.string().transform((value) => (value.trim() === '' ? null : value.trim()));
const lineSchema = z
  .object({
    file: z.string().min(1),
    source_url: blankAsNull.optional(),
    publisher: blankAsNull.optional(),
    published_at: blankAsNull.optional(),
    retrieved_at: blankAsNull.optional(),
    source_kind: blankAsNull.optional(),
  })
  .transform((line) =>
    provenanceSchema
      .transform((provenance) => ({ file: line.file, provenance }))
      .parse({
        sourceUrl: line.source_url ?? null,
        publisher: line.publisher ?? null,
        publishedAt: line.published_at ?? null,
        retrievedAt: line.retrieved_at ?? null,
        sourceKind: line.source_kind ?? null,
      }),
  );

/** Reads a CSV with a head line, with or without byte order mark. Rejects with InvalidInputError that names the line. */
export async function readManifest(path: string): Promise<Manifest> {
  const lines = await readLines(path);
  const byPlace = new Map(lines.map((line) => [resolve(dirname(path), line.file), line]));
  const byName = Map.groupBy(lines, (line) => basename(line.file));
  const used = new Set<string>();
  return {
    path,
    provenanceOf(location) {
      const named = byName.get(basename(location)) ?? [];
      const line = byPlace.get(location) ?? (named.length === 1 ? named[0] : undefined);
      if (line === undefined) return null;
      used.add(line.file);
      return line.provenance;
    },
    unused: () => lines.map((line) => line.file).filter((file) => !used.has(file)),
  };
}

async function readLines(path: string): Promise<z.infer<typeof lineSchema>[]> {
  let records: unknown[];
  try {
    records = parse(await readFile(path, 'utf8'), { columns: true, bom: true, trim: true, skip_empty_lines: true });
  } catch (cause) {
    throw new InvalidInputError(
      '--manifest',
      `来源清单 ${path} 无法读取：${systemReasonOf(cause)?.message ?? (cause instanceof Error ? cause.message : String(cause))}`,
      {
        cause,
      },
    );
  }
  return records.map((record, index) => {
    const line = lineSchema.safeParse(record, { error: chinese });
    if (line.success) return line.data;
    const problems = line.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('；');
    throw new InvalidInputError(
      '--manifest',
      `来源清单 ${path} 第 ${index + 2} 行有误：${problems}。需要的列：file,source_url,publisher,published_at,retrieved_at`,
    );
  });
}
