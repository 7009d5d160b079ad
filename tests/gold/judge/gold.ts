import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const root = join(import.meta.dirname, '../../..');

/** Where hand-checked reports are: the samples of this repository, and the real ones beside it (absent on most machines). */
export const folders = {
  samples: { golds: join(root, 'tests/gold'), sources: join(root, 'samples') },
  shared: { golds: join(root, '../shared/gold'), sources: join(root, '../shared/reports') },
} as const;
export type Folder = keyof typeof folders;

const span = { start: z.int(), end: z.int() };
const maybeSpan = { start: z.int().optional(), end: z.int().optional() };

const rowSchema = z.object({
  ...maybeSpan,
  line: z.int().optional(),
  code: z.string().nullish(),
  name: z.string().nullish(),
  nameBare: z.string().optional(),
  values: z.record(z.string(), z.string().nullable()),
});

const tableSchema = z.object({
  ...maybeSpan,
  id: z.string().nullable(),
  name: z.string(),
  unit: z.string().nullish(),
  present: z.boolean(),
  titleStart: z.int().optional(),
  titleEnd: z.int().optional(),
  rows: z.array(rowSchema).default([]),
});

const headings = z.array(z.object(span)).default([]);

const goldSchema = z.object({
  file: z.string(),
  encoding: z.string().default('utf-8'),
  length: z.int(),
  meta: z.object({
    department: z.string(),
    district: z.string().nullish(),
    city: z.string().nullish(),
    year: z.int(),
    reportKind: z.string().default('决算'),
  }),
  sections: z.array(z.object({ ...span, title: z.string(), level: z.int(), line: z.int() })),
  sectionsUnnumbered: headings,
  runInHeadings: headings,
  tables: z.array(tableSchema),
  noise: z.array(z.object({ ...span, kind: z.string(), quote: z.string() })).default([]),
  uncertain: z.array(z.object({ about: z.string().optional(), spans: z.array(z.object(span)).default([]) })).default([]),
});

export type Gold = z.infer<typeof goldSchema>;
export type GoldTable = z.infer<typeof tableSchema>;
export type GoldRow = z.infer<typeof rowSchema>;

/** A report whose sections, rows and noise were marked by hand. */
export interface MarkedReport {
  readonly file: string;
  readonly gold: Gold;
  readonly bytes: Uint8Array;
}

/** Every hand-checked report of a folder, none where it is absent. Throws on a gold file that is not one. */
export function readMarkedReports(folder: Folder): MarkedReport[] {
  const { golds, sources } = folders[folder];
  if (!existsSync(golds) || !existsSync(sources)) return [];
  return readdirSync(golds)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name): unknown => JSON.parse(readFileSync(join(golds, name), 'utf8')))
    .filter(marksSections)
    .map((raw) => goldSchema.parse(raw))
    .map((gold) => ({ file: gold.file, gold, bytes: readFileSync(join(sources, gold.file)) }));
}

/** Judged queries stand beside the marked reports and have no sections. */
const marksSections = (raw: unknown): boolean => typeof raw === 'object' && raw !== null && 'sections' in raw;
