import { z } from 'zod';
import type { StoredAmounts } from './meilisearch-amounts.ts';
import { decodeText, decodeValue, encodeStored, joinEncoded, partEncoded } from './meilisearch-encode.ts';
import { entryOfKey, type ReportEntry, type Reports } from './meilisearch-reports.ts';

/**
 * What is read of thousands of documents at once lies in two fields of joined strings: for one more field of a document the server takes as long as for
 * hundreds of its characters (1,000 documents with nine fields 4.7 ms, with one 2.6).
 */
export const rankFields = ['ranked'] as const;
export const checkFields = ['ranked', 'checked'] as const;

export const rankSchema = z.object({ ranked: z.string() });
export const checkSchema = z.object({ ranked: z.string(), checked: z.string() });
export type StoredForCheck = z.infer<typeof checkSchema>;

/** What ranking needs. `folded`, `path` and `labels` in normal form; `length` in words. */
export interface Ranked {
  readonly entry: ReportEntry;
  readonly start: number;
  readonly kind: string | null;
  readonly category: string | null;
  readonly code: string | null;
  readonly length: number;
  readonly path: string;
  readonly labels: string;
  readonly folded: string;
}

/** The same as it is stored: the report by its key, facet values encoded. */
export interface StoredRanked extends Omit<Ranked, 'entry'> {
  readonly key: string;
  readonly kind: string;
  readonly category: string;
  readonly code: string;
}

export const packRanked = ({ key, start, kind, category, code, length, path, labels, folded }: StoredRanked): string =>
  joinEncoded([key, String(start), kind, category, code, String(length), ...[path, labels, folded].map(encodeStored)]);

export function readRanked(reports: Reports, { ranked }: z.infer<typeof rankSchema>): Ranked {
  const [key = '', start = '', kind = '', category = '', code = '', length = '', path = '', labels = '', folded = ''] = partEncoded(ranked);
  return {
    entry: entryOfKey(reports, key),
    start: Number.parseInt(start, 10),
    kind: decodeValue(kind, reports.long),
    category: decodeValue(category, reports.long),
    code: decodeValue(code, reports.long),
    length: Number.parseInt(length, 10),
    path: decodeText(path),
    labels: decodeText(labels),
    folded: decodeText(folded),
  };
}

/** What checking needs beside. `last`: `follow` reaches the end of the report; `seams` are offsets in `folded + follow`. */
export interface ForCheck extends StoredAmounts {
  readonly table: string | null;
  readonly before: string;
  readonly follow: string;
  readonly last: boolean;
  readonly seams: readonly number[];
}

/** The same as it is stored: the facet value encoded. */
export interface StoredCheck extends ForCheck {
  readonly table: string;
}

export const packChecked = ({ table, before, follow, last, seams, fen, measured }: StoredCheck): string =>
  joinEncoded([
    table,
    encodeStored(before),
    encodeStored(follow),
    last ? '1' : '',
    seams.join(),
    fen.join(),
    Object.keys(measured).length === 0 ? '' : JSON.stringify(measured),
  ]);

const measuredSchema = z.record(z.string(), z.array(z.number()));

export function readChecked({ long }: Reports, { checked }: StoredForCheck): ForCheck {
  const [table = '', before = '', follow = '', last = '', seams = '', fen = '', measured = ''] = partEncoded(checked);
  return {
    table: decodeValue(table, long),
    before: decodeText(before),
    follow: decodeText(follow),
    last: last !== '',
    seams: numbersOf(seams),
    fen: numbersOf(fen),
    measured: measured === '' ? {} : measuredSchema.parse(JSON.parse(measured)),
  };
}

/** Whole numbers below 9e15, as a double holds them. */
const numbersOf = (text: string): number[] => (text === '' ? [] : text.split(',').map(Number));
