import { z } from 'zod';
import type { Client } from './meilisearch-client.ts';
import type { Counts } from './meilisearch-counts.ts';
import { type Formula, write } from './meilisearch-formula.ts';
import type { Checked, Count, StoredHit } from './meilisearch-found.ts';
import type { Remembered } from './meilisearch-memory.ts';
import type { Reports } from './meilisearch-reports.ts';
import type { IndexNames, IndexRole } from './meilisearch-settings.ts';
import type { State } from './meilisearch-state.ts';

/** One reading: one state of the index, until it is over. */
export interface Session {
  readonly client: Client;
  readonly names: IndexNames;
  readonly state: State;
  /** What every filter of this reading begins with: the state that it sees. */
  readonly visible: Formula;
  readonly reports: Reports;
  readonly remembered: Remembered;
  readonly counts: Counts;
  /** Checks that this reading has begun, by what is checked. */
  readonly checking: Map<string, Promise<Checked>>;
  /** Documents that came with a page that listed them, by what the server names them. */
  readonly listed: Map<string, StoredHit>;
  readonly signal: AbortSignal;
}

/** One question of counting: how many documents pass, and how many of them have each value of some fields. */
export interface CountQuery {
  readonly filter: Formula;
  readonly facets: readonly string[];
}

/** Counts by the server; what is asked at the same time goes in one request. */
export const askCounts = ({ counts }: Session, queries: readonly CountQuery[], role: IndexRole = 'documents'): Promise<Count[]> =>
  Promise.all(queries.map(({ filter, facets }) => counts.ask(role, write(filter), facets)));

/** How many documents pass, where this is known without asking. */
export const knownCount = ({ counts }: Session, filter: Formula): number | undefined => counts.known('documents', write(filter));

export interface FetchQuery {
  readonly filter: Formula;
  readonly fields: readonly string[];
  readonly sort?: readonly string[];
  readonly offset?: number;
  readonly limit: number;
}

/** Documents that pass, and how many do. */
export async function fetchDocuments<T>(
  { client, names, signal }: Session,
  { filter, sort, ...query }: FetchQuery,
  schema: z.ZodType<T>,
  role: IndexRole = 'documents',
): Promise<{ readonly total: number; readonly results: T[] }> {
  const body = { ...query, filter: write(filter), ...(sort === undefined ? {} : { sort }) };
  const answer = z.object({ total: z.int(), results: z.array(schema) });
  return client.ask({ method: 'POST', path: `indexes/${names[role]}/documents/fetch`, body, signal }, answer);
}

/** Documents by what the server names them, in no order. */
export async function fetchByIds<T>(
  { client, names, signal }: Session,
  ids: readonly string[],
  fields: readonly string[],
  schema: z.ZodType<T>,
): Promise<T[]> {
  if (ids.length === 0) return [];
  const body = { ids, fields, limit: ids.length };
  const answer = z.object({ results: z.array(schema) });
  return (await client.ask({ method: 'POST', path: `indexes/${names.documents}/documents/fetch`, body, signal }, answer)).results;
}
