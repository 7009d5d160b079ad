import { z } from 'zod';
import { documentSchema } from '../../model/document.ts';
import { spanSchema } from '../../model/span.ts';
import type { Text } from '../../model/text.ts';
import { windowOf } from '../../text/window.ts';
import type { FoundDocument } from '../engine.ts';
import { windowAhead } from './meilisearch-documents.ts';
import type { StoredHit } from './meilisearch-found.ts';
import type { Memory } from './meilisearch-memory.ts';
import type { ReportEntry } from './meilisearch-reports.ts';
import { fetchByIds, type Session } from './meilisearch-session.ts';
import { type Layout, readLayout, readParts, readPieces } from './meilisearch-store.ts';

// 0123456789abcdef-17
const DOCUMENT_ID = /^(.+)-\d+$/;

/** The report that a document's id names, as this state shows it. */
const entryOf = ({ reports }: Session, id: string): ReportEntry | undefined => reports.byId.get(DOCUMENT_ID.exec(id)?.[1] ?? '');

/** What the server names documents: their ids and the write that stored them. Ids of reports that are not there are left out. */
export const storedIds = (session: Session, ids: readonly string[]): string[] =>
  [...new Set(ids)].flatMap((id) => {
    const entry = entryOf(session, id);
    return entry === undefined ? [] : [`${id}_${entry.born}`];
  });

const windowSchema = z.object({ start: z.int(), text: z.string(), noise: z.array(spanSchema).readonly(), last: z.boolean() }).readonly();
const hitFields = ['id', 'key', 'data', 'window'] as const;
const hitSchema = z.object({ id: z.string(), key: z.string(), data: z.string(), window: z.string() });

/** Longer pages are listed to be merged or passed over. */
export const mostListed = 100;
export const listedFields = ['id', 'data', 'window'] as const;
export const listedSchema = hitSchema.partial();

/** In the order asked for. Windows that reach further than what is stored with a document are cut from the report's text. */
export async function readDocuments(session: Session, memory: Memory, ids: readonly string[], ahead: number): Promise<FoundDocument[]> {
  const found = new Map<string, FoundDocument>();
  for (const { key, data, window: near } of await readHits(session, storedIds(session, ids))) {
    const entry = session.reports.byKey.get(key);
    if (entry === undefined) continue;
    const document = documentSchema.parse(JSON.parse(data));
    const stored = windowSchema.parse(JSON.parse(near));
    const window = stored.last || ahead <= windowAhead ? stored : windowOf(sliced(await readText(session, memory, entry)), document, ahead);
    found.set(document.id, { document, report: entry.summary, window });
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function readHits(session: Session, ids: readonly string[]): Promise<StoredHit[]> {
  const listed = ids.flatMap((id) => session.listed.get(id) ?? []);
  const others = ids.filter((id) => !session.listed.has(id));
  return [...listed, ...(await fetchByIds(session, others, hitFields, hitSchema))];
}

const sliced = ({ text, layout }: Text & { readonly layout: Layout }) => ({
  length: text.length,
  slice: (start: number, end: number) => text.slice(start, end),
  noise: Uint32Array.from(layout.noise),
});

/** A report's text with its pages and noise; those of recent reports are kept. */
export async function readText(
  session: Session,
  memory: Memory,
  { key, textPieces }: ReportEntry,
): Promise<Text & { readonly layout: Layout }> {
  const known = memory.texts.get(key);
  if (known !== undefined) return known;
  const [text, [layoutData = '']] = await Promise.all([readPieces(session, key, 'text', textPieces), readParts(session, key, ['layout'])]);
  const layout = readLayout(layoutData);
  const read = { text, pages: layout.pages, layout };
  memory.texts.set(key, read);
  return read;
}
