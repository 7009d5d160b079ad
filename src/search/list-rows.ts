import { z } from 'zod';
import type { Engine, FoundDocument, Reader } from '../engine/engine.ts';
import type { Filters } from '../engine/filters.ts';
import { reportOfDocument } from '../model/document.ts';
import { sideSchema } from '../model/fact.ts';
import type { ReportSummary } from '../model/report.ts';
import { cellSchema } from '../model/row.ts';
import { everything } from '../query/ast.ts';
import { parseQuery } from '../query/parse.ts';
import { hitReportSchema } from './answer.ts';
import { type Census, censusOf } from './census.ts';
import { resolveConditions } from './conditions.ts';
import { digestAt, placeUrl } from './links.ts';
import { LISTING_MS, listIds } from './list-ids.ts';
import { hitReport } from './make-hit.ts';
import { type PackedIds, packIds } from './packed-ids.ts';
import { type SearchRequest, searchRequestSchema } from './request.ts';
import { withoutLabels } from './table-labels.ts';

/** A row of a table as GET /api/rows lists it. `cells` are its amounts; a row that could not be read into columns has none, and `doubt` says why. */
export const listedRowSchema = z
  .object({
    id: z.string(),
    report: hitReportSchema,
    table: z.object({ label: z.string().nullable(), title: z.string().nullable(), unit: z.string().nullable() }).readonly(),
    side: sideSchema.nullable(),
    lineNo: z.string().nullable(),
    code: z.string().nullable(),
    name: z.string().nullable(),
    cells: z.array(cellSchema).readonly(),
    doubt: z.string().nullable(),
    source: z.object({ start: z.int(), end: z.int(), page: z.int().nullable(), line: z.int(), url: z.string() }).readonly(),
  })
  .readonly();
export type ListedRow = z.infer<typeof listedRowSchema>;

export const rowListSchema = z
  .object({ total: z.int(), page: z.int(), size: z.int(), pages: z.int(), rows: z.array(listedRowSchema).readonly() })
  .readonly();
export type RowList = z.infer<typeof rowListSchema>;

/** The filters of a search, without words; `table` takes labels (公开03表) beside titles; `size` up to 1,000. */
export type RowRequest = Partial<Omit<SearchRequest, 'q' | 'page' | 'size' | 'kind'>> & { readonly page: number; readonly size: number };

/** All rows that the filters take, in report order, a page of them. Throws InvalidInputError for `min` and `max` that are no amounts. */
export async function listRows(engine: Engine, { page, size, ...filters }: RowRequest, { base = '' }: Based = {}): Promise<RowList> {
  return engine.read(async (reader) => {
    const { total, ids } = await findRows(reader, censusOf(engine, reader), rowSearch(filters), { from: (page - 1) * size, size });
    return { total, page, size, pages: Math.ceil(total / size), rows: await readRows(reader, ids, base) };
  });
}

/**
 * Gives the pages of `listRows` one by one, for who wants them all: their ids are listed once, with the first page that is asked for. A row that is gone
 * by the time its page is read is left out.
 */
export function rowPages(engine: Engine, { size, ...filters }: Omit<RowRequest, 'page'>, { base = '' }: Based = {}) {
  let listing: Promise<PackedIds> | null = null;
  return async (page: number): Promise<RowList> => {
    listing ??= engine.read((reader) => listAllRows(reader, censusOf(engine, reader), rowSearch(filters)), { limitMs: LISTING_MS });
    const listed = await listing;
    const ids = listed.slice((page - 1) * size, page * size);
    const rows = await engine.read((reader) => readRows(reader, ids, base));
    return { total: listed.size, page, size, pages: Math.ceil(listed.size / size), rows };
  };
}

interface Based {
  readonly base?: string;
}

const rowSearch = (filters: Omit<RowRequest, 'page' | 'size'>): SearchRequest => searchRequestSchema.parse({ ...filters, kind: ['row'] });

interface Wanted {
  readonly from: number;
  readonly size: number;
}

async function findRows(reader: Reader, census: Census, request: SearchRequest, { from, size }: Wanted) {
  const find = (filters: Filters, wanted: Wanted) => reader.match(everything, { filters, facets: [], order: 'source', ...wanted });
  const [first, ...others] = await partsOf(census, request);
  if (others.length === 0) return find(first, { from, size });
  const found = await Promise.all([first, ...others].map((part) => find(part, { from: 0, size: from + size })));
  const ids = inSourceOrder(
    found.flatMap((part) => part.ids),
    await census.reports(),
  );
  return { total: found.reduce((sum, part) => sum + part.total, 0), ids: ids.slice(from, from + size) };
}

async function listAllRows(reader: Reader, census: Census, request: SearchRequest): Promise<PackedIds> {
  const packed = packIds();
  const [first, ...others] = await partsOf(census, request);
  if (others.length === 0) {
    for await (const ids of listIds(reader, everything, { filters: first, order: 'source' })) packed.add(ids);
    return packed;
  }
  const batches: (readonly string[])[] = [];
  for (const filters of [first, ...others])
    for await (const ids of listIds(reader, everything, { filters, order: 'source' })) batches.push(ids);
  packed.add(inSourceOrder(batches.flat(), await census.reports()));
  return packed;
}

/** The filters of a request, where its labels of tables make several of them: no row passes two. */
async function partsOf(census: Census, request: SearchRequest): Promise<readonly [Filters, ...Filters[]]> {
  const known = await census.values();
  const resolve = (part: SearchRequest): Filters => resolveConditions(part, parseQuery(''), known).filters;
  const [first = request, ...others] = await withoutLabels(request, census);
  return [resolve(first), ...others.map(resolve)];
}

/** Those of one report are in order already. */
function inSourceOrder(ids: readonly string[], reports: readonly ReportSummary[]): readonly string[] {
  const order = new Map(reports.map(({ id }, n) => [id, n]));
  const placeOf = (id: string): number => order.get(reportOfDocument(id)) ?? order.size;
  return ids.toSorted((a, b) => placeOf(a) - placeOf(b));
}

const readRows = async (reader: Reader, ids: readonly string[], base: string): Promise<ListedRow[]> =>
  (await reader.documents(ids, 0)).map((found) => listedRow(found, base));

function listedRow({ document, report, window }: FoundDocument, base: string): ListedRow {
  const { row } = document;
  const place = { start: document.start, end: document.end };
  return {
    id: document.id,
    report: hitReport(report, base),
    table: { label: row?.table?.label ?? null, title: row?.table?.title ?? document.table, unit: row?.table?.unit ?? null },
    side: row?.side ?? null,
    lineNo: row?.lineNo ?? null,
    code: row?.code ?? null,
    name: row?.name ?? null,
    cells: row?.cells ?? [],
    doubt: row?.doubt ?? null,
    source: { ...place, page: document.page, line: document.line, url: placeUrl(base, report.id, place, digestAt(window, place)) },
  };
}
