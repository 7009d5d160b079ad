import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const samplesFolder = join(root, 'samples');
const goldFolder = join(root, 'tests/gold');

const quoted = z.object({ start: z.int(), end: z.int(), quote: z.string(), line: z.int() });
const rowSchema = z.object({
  side: z.enum(['收入', '支出']).optional(),
  code: z.string().nullish(),
  name: z.string().nullable(),
  group: z.string().optional(),
  values: z.record(z.string(), z.string()),
  start: z.int(),
  end: z.int(),
});
const tableSchema = z.object({
  id: z.string().nullable(),
  name: z.string(),
  unit: z.string(),
  columns: z.array(z.string()).default([]),
  rows: z.array(rowSchema).default([]),
});
const goldSchema = z.object({
  file: z.string(),
  encoding: z.string(),
  length: z.int(),
  meta: z.object({ reportKind: z.enum(['决算', '预算']) }),
  tables: z.array(tableSchema),
  anomalies: z.array(z.object({ id: z.string(), spans: z.array(quoted) })),
  literals: z.array(
    z.object({ q: z.string(), occurrences: z.array(z.object({ start: z.int(), end: z.int() })), tags: z.array(z.string()) }),
  ),
});

export type GoldRow = z.infer<typeof rowSchema>;
export type GoldTable = z.infer<typeof tableSchema>;
export type Gold = z.infer<typeof goldSchema>;
export type Quoted = z.infer<typeof quoted>;

/** A sample as text, in the encoding it was written in. */
export const readSample = (file: string, encoding = 'utf-8'): string =>
  new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(readFileSync(join(samplesFolder, file)));

/** Every gold file with its text. `raw` is the same JSON unread, for walks over all of it. */
export const readGolds = (): readonly { readonly gold: Gold; readonly raw: unknown; readonly text: string }[] =>
  readdirSync(goldFolder)
    .filter((name) => name.endsWith('.json') && !name.startsWith('facts-'))
    .map((name) => {
      const raw: unknown = JSON.parse(readFileSync(join(goldFolder, name), 'utf8'));
      const gold = goldSchema.parse(raw);
      return { gold, raw, text: readSample(gold.file, gold.encoding) };
    });

/** All objects of the gold that quote the text. */
export function quotesIn(value: unknown): readonly Quoted[] {
  if (Array.isArray(value)) return value.flatMap(quotesIn);
  if (typeof value !== 'object' || value === null) return [];
  const here = quoted.safeParse(value);
  return [...(here.success ? [here.data] : []), ...Object.values(value).flatMap(quotesIn)];
}
