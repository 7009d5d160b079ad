import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { outlineText } from '../../../indexer/outline/outline-text.ts';
import type { Row } from '../../../src/model/row.ts';
import { foldString } from '../../../src/text/normal-form.ts';

const shared = join(import.meta.dirname, '../../../../shared');

const place = { start: z.int().optional(), end: z.int().optional() };
const goldSchema = z.object({
  file: z.string(),
  tables: z.array(
    z.object({
      id: z.string().nullable(),
      name: z.string(),
      present: z.boolean(),
      rows: z
        .array(
          z.object({
            ...place,
            code: z.string().nullish(),
            name: z.string().nullish(),
            values: z.record(z.string(), z.string().nullable()),
          }),
        )
        .default([]),
      indicators: z
        .array(
          z.object({ ...place, name: z.string(), target: z.string().nullish(), actual: z.string().nullish(), score: z.string().nullish() }),
        )
        .default([]),
    }),
  ),
});
type Gold = z.infer<typeof goldSchema>;

interface Placed extends Row {
  readonly start: number;
  readonly end: number;
}

function read(gold: Gold): Placed[] {
  const text = readFileSync(join(shared, 'reports', gold.file), 'utf8');
  return outlineText({ text, pages: null }).pieces.flatMap((piece) =>
    piece.kind === 'row' && piece.row !== null
      ? [{ ...piece.row, start: piece.spans[0]?.start ?? 0, end: piece.spans.at(-1)?.end ?? 0 }]
      : [],
  );
}

const same = (a: string | null | undefined, b: string | null | undefined): boolean => foldString(a ?? '') === foldString(b ?? '');
const near = (rows: readonly Placed[], gold: { start?: number | undefined; end?: number | undefined }): Placed[] =>
  rows.filter((row) => row.start < (gold.end ?? 0) && (gold.start ?? 0) < row.end);
const lastHead = (column: string): string => column.split('/').at(-1) ?? '';
const holds = (row: Row, column: string, value: string | null): boolean =>
  row.cells.some((cell) => same(lastHead(cell.column), lastHead(column)) && same(cell.text, value));
const has = (row: Row, text: string | null | undefined): boolean => !text || row.cells.some((cell) => same(cell.text, text));

describe.skipIf(!existsSync(shared))('tables of real reports (skipped where ../shared is absent)', () => {
  const names = existsSync(shared) ? readdirSync(join(shared, 'gold')).filter((name) => /^\d+\.json$/.test(name)) : [];
  const golds = names.map((name) => [name, goldSchema.parse(JSON.parse(readFileSync(join(shared, 'gold', name), 'utf8')))] as const);

  it.each(golds)('%s: every row of its numbered tables, with code, name and figures', (_, gold) => {
    const rows = read(gold);
    const wrong = gold.tables
      .filter((table) => table.id !== null && table.present)
      .flatMap((table) => table.rows)
      .filter(
        (one) =>
          !near(rows, one).some(
            (row) =>
              same(row.code, one.code) &&
              same(row.name, one.name) &&
              Object.entries(one.values).every(([column, value]) => holds(row, column, value)),
          ),
      );
    expect(wrong).toEqual([]);
  });

  it.each(golds)('%s: every indicator with target, actual value and score', (_, gold) => {
    const rows = read(gold);
    const wrong = gold.tables
      .flatMap((table) => table.indicators)
      .filter(
        (one) =>
          !near(rows, one).some((row) => same(row.name, one.name) && has(row, one.target) && has(row, one.actual) && has(row, one.score)),
      );
    expect(wrong).toEqual([]);
  });

  it.each(golds)('%s: no row in a table that is not printed', (_, gold) => {
    const missing = gold.tables.filter((table) => !table.present).map((table) => foldString(table.name));
    expect(read(gold).filter((row) => missing.includes(foldString(row.table?.title ?? '')))).toEqual([]);
  });
});
