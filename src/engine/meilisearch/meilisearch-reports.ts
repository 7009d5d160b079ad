import { z } from 'zod';
import type { Client } from './meilisearch-client.ts';
import type { IndexNames } from './meilisearch-settings.ts';
import { type State, visible } from './meilisearch-state.ts';
import { readEntry, type StoredEntry } from './meilisearch-store.ts';

/** A report that can be seen in one state of the index. */
export interface ReportEntry extends StoredEntry {
  readonly key: string;
  readonly born: number;
}

/** All reports of one state, in source order. */
export interface Reports {
  readonly epoch: string;
  readonly written: number;
  readonly entries: readonly ReportEntry[];
  readonly byId: ReadonlyMap<string, ReportEntry>;
  readonly byKey: ReadonlyMap<string, ReportEntry>;
  /** Facet values that are too long to be compared, by their encoded form. */
  readonly long: ReadonlyMap<string, string>;
  readonly documents: number;
  readonly words: number;
  /** Whether any document is touched by a place where no occurrence may begin or end. */
  readonly seams: boolean;
}

const pageSize = 1_000;
const pageSchema = z.object({ results: z.array(z.object({ key: z.string(), born: z.int(), data: z.string() })), total: z.int() });

async function readEntries(client: Client, names: IndexNames, filter: string, signal?: AbortSignal): Promise<ReportEntry[]> {
  const entries: ReportEntry[] = [];
  for (let offset = 0, total = 1; offset < total; offset += pageSize) {
    const body = { filter: `kind = "entry" AND ${filter}`, fields: ['key', 'born', 'data'], offset, limit: pageSize };
    const page = await client.ask({ method: 'POST', path: `indexes/${names.store}/documents/fetch`, body, signal }, pageSchema);
    entries.push(...page.results.map(({ key, born, data }) => ({ ...readEntry(data), key, born })));
    total = page.total;
  }
  return entries;
}

const keysSchema = z.object({ results: z.array(z.object({ key: z.string() })), total: z.int() });

/** The versions that a state shows, by report id. */
export async function readVersions(client: Client, names: IndexNames, state: State): Promise<Map<string, string>> {
  const versions = new Map<string, string>();
  for (let offset = 0, total = 1; offset < total; offset += pageSize) {
    const body = { filter: `kind = "entry" AND ${visible(state)}`, fields: ['key'], offset, limit: pageSize };
    const page = await client.ask({ method: 'POST', path: `indexes/${names.store}/documents/fetch`, body }, keysSchema);
    for (const { key } of page.results) versions.set(key.slice(0, key.lastIndexOf('_')), key);
    total = page.total;
  }
  return versions;
}

/** The reports that a state shows. What `before` already knows is not read again: a version never changes. */
export async function readReports(
  client: Client,
  names: IndexNames,
  state: State,
  before: Reports | null,
  signal: AbortSignal,
): Promise<Reports> {
  const goesOn = before !== null && before.epoch === state.epoch && before.written <= state.written && before.written >= state.collected;
  const dead = new Set(state.dead.map(({ key }) => key));
  const fresh = await readEntries(client, names, goesOn ? `born > ${before.written} AND ${visible(state)}` : visible(state), signal);
  const kept = goesOn ? before.entries.filter(({ key }) => !dead.has(key)) : [];
  return listReports(state, [...kept, ...fresh]);
}

function listReports({ epoch, written }: State, found: ReportEntry[]): Reports {
  const entries = found.sort((a, b) => compare(a, b));
  return {
    epoch,
    written,
    entries,
    byId: new Map(entries.map((entry) => [entry.summary.id, entry])),
    byKey: new Map(entries.map((entry) => [entry.key, entry])),
    long: new Map(entries.flatMap(({ long }) => Object.entries(long))),
    documents: entries.reduce((sum, { documents }) => sum + documents, 0),
    words: entries.reduce((sum, { words }) => sum + words, 0),
    seams: entries.some(({ seamed }) => seamed > 0),
  };
}

/** `place` as the server sorts it: by bytes, which for these strings is the order of code units. */
const compare = (a: ReportEntry, b: ReportEntry): number => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0);

/** The report of a version that this state shows. Throws when there is none: whatever was found by the state's filter is of one. */
export function entryOfKey({ byKey }: Reports, key: string): ReportEntry {
  const entry = byKey.get(key);
  if (entry === undefined) throw new TypeError(`no report ${key} in this state of the index`);
  return entry;
}
