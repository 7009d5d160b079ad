import { z } from 'zod';
import { IndexDamagedError, rebuildHint } from '../../errors.ts';
import { reportSummarySchema, summarise } from '../../model/report.ts';
import { spanSchema } from '../../model/span.ts';
import type { StoredReport } from '../engine.ts';
import type { Client } from './meilisearch-client.ts';
import type { IndexNames } from './meilisearch-settings.ts';

/**
 * What is stored of a report beside its documents. Long strings lie in pieces, so that no payload grows with a text; all are JSON strings,
 * which carry lone surrogates and NUL. Ids are `<key>_<part>` or `<key>_<part>_<number>`.
 */
export const pieceLength = 2 ** 18;

const layoutSchema = z.object({ pages: z.array(spanSchema).readonly().nullable(), noise: z.array(z.int()).readonly() }).readonly();
export type Layout = z.infer<typeof layoutSchema>;

/** What every reader knows of every report. `words` is the number of words of all its documents, `long` its facet values that are too long to be compared. */
const entrySchema = z
  .object({
    summary: reportSummarySchema,
    place: z.string(),
    documents: z.int(),
    words: z.int(),
    seamed: z.int(),
    textPieces: z.int(),
    blockPieces: z.int(),
    long: z.record(z.string(), z.string()),
  })
  .readonly();
export type StoredEntry = z.infer<typeof entrySchema>;

export const readEntry = (data: string): StoredEntry => entrySchema.parse(JSON.parse(data));
export const readLayout = (data: string): Layout => layoutSchema.parse(JSON.parse(data));

/** A version of a report: its id and the number of the write that stored it. */
export const keyOf = (report: string, born: number): string => `${report}_${born}`;

/** The lines of a report, one document each. */
export function storeLines(
  stored: StoredReport,
  born: number,
  measured: Omit<StoredEntry, 'summary' | 'textPieces' | 'blockPieces'>,
): string[] {
  const { report, text, blocks } = stored;
  const key = keyOf(report.id, born);
  const line = (part: string, kind: string, data: unknown) =>
    JSON.stringify({ id: `${key}_${part}`, kind, key, born, data: JSON.stringify(data) });
  const [texts, blockTexts] = [piecesOf(text.text), piecesOf(JSON.stringify(blocks))];
  const entry: StoredEntry = { summary: summarise(report), ...measured, textPieces: texts.length, blockPieces: blockTexts.length };
  const noise = blocks.flatMap((block) => (block.kind === 'noise' && block.noise !== 'blank' ? [block.start, block.end] : []));
  return [
    line('entry', 'entry', entry),
    line('report', 'report', report),
    line('layout', 'layout', { pages: text.pages, noise } satisfies Layout),
    ...texts.map((piece, index) => line(`text_${index}`, 'text', piece)),
    ...blockTexts.map((piece, index) => line(`blocks_${index}`, 'blocks', piece)),
  ];
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += pieceLength) pieces.push(text.slice(at, at + pieceLength));
  return pieces;
}

const partsSchema = z.object({ results: z.array(z.object({ id: z.string(), data: z.string() })) });

/** Where parts are read from: the store that a session sees. */
export interface Store {
  readonly client: Client;
  readonly names: Pick<IndexNames, 'store'>;
  readonly signal: AbortSignal;
}

/** Parts of a report by their names, in the order asked for. Rejects when one is missing: a version that can be seen is whole. */
export async function readParts({ client, names, signal }: Store, key: string, parts: readonly string[]): Promise<string[]> {
  if (parts.length === 0) return [];
  const ids = parts.map((part) => `${key}_${part}`);
  const body = { ids, fields: ['id', 'data'], limit: ids.length };
  const { results } = await client.ask({ method: 'POST', path: `indexes/${names.store}/documents/fetch`, body, signal }, partsSchema);
  const found = new Map(results.map(({ id, data }) => [id, data]));
  return ids.map((id) => {
    const data = found.get(id);
    if (data === undefined) throw new IndexDamagedError(`Meilisearch 上的索引 ${names.store} 缺少 ${id}。${rebuildHint}`);
    return data;
  });
}

/** A string that lies in pieces. */
export async function readPieces(store: Store, key: string, part: string, pieces: number): Promise<string> {
  const parts = Array.from({ length: pieces }, (_, at) => `${part}_${at}`);
  const found = await readParts(store, key, parts);
  return found.map((data) => z.string().parse(JSON.parse(data))).join('');
}
