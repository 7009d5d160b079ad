import { z } from 'zod';
import { IndexDamagedError, rebuildHint } from '../../errors.ts';
import { dictionaryHash } from '../../text/word-weight.ts';
import type { Client } from './meilisearch-client.ts';
import { RefusedError } from './meilisearch-errors.ts';
import { type IndexNames, schemaVersion } from './meilisearch-settings.ts';

/**
 * What the index says of itself: one document, changed by one task at the end of every write. That is what makes a write whole.
 *
 * Everything stored carries the number of the write that stored it (`born`). A reader sees what was born up to `written`, less the `dead`: versions
 * of reports that were replaced or removed, still stored for readers that began before. The dead are deleted some time later; a reader
 * that began before write number `collected` can then no longer trust what it sees.
 */
const stateSchema = z
  .object({
    version: z.int(),
    epoch: z.string(),
    dictionary: z.string(),
    written: z.int(),
    dead: z.array(z.object({ key: z.string(), died: z.int(), at: z.string() }).readonly()).readonly(),
    collected: z.int(),
  })
  .readonly();
export type State = z.infer<typeof stateSchema>;

export const stateId = 'state';

export const freshState = (epoch: string): State => ({
  version: schemaVersion,
  epoch,
  dictionary: dictionaryHash(),
  written: 0,
  dead: [],
  collected: 0,
});

export const stateLine = (state: State): string => JSON.stringify({ id: stateId, kind: 'state', data: JSON.stringify(state) });

/** Another for every write, and for every rebuilt index. */
export const buildOf = ({ epoch, written }: State): string => `${epoch}-${written}`;

const storedSchema = z.object({ data: z.string() });

/** null: there is no index, or nothing in it yet. Rejects with IndexDamagedError when this program cannot read it as it was written. */
export async function readState(client: Client, names: IndexNames, signal?: AbortSignal): Promise<State | null> {
  const stored = await client
    .ask({ method: 'GET', path: `indexes/${names.store}/documents/${stateId}`, signal }, storedSchema)
    .catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
  if (stored === null) return null;
  const state = stateSchema.parse(JSON.parse(stored.data));
  if (state.version !== schemaVersion) {
    throw new IndexDamagedError(
      `Meilisearch 上的索引 ${names.store} 是版本 ${state.version}，本程序读版本 ${schemaVersion}。${rebuildHint}`,
    );
  }
  if (state.dictionary !== dictionaryHash())
    throw new IndexDamagedError(`Meilisearch 上的索引 ${names.store} 是用另一部词典建立的。${rebuildHint}`);
  return state;
}

/** The index or the document is not there. */
export const isMissing = (error: unknown): boolean =>
  (error instanceof RefusedError && error.code === 'document_not_found') || isMissingIndex(error);

export const isMissingIndex = (error: unknown): boolean =>
  error instanceof IndexDamagedError &&
  error.cause instanceof Error &&
  Reflect.get(Object(error.cause.cause), 'code') === 'index_not_found';

/** The part of every filter that names one state of the index. */
export function visible({ written, dead }: State): string {
  const born = `born <= ${written}`;
  return dead.length === 0 ? born : `${born} AND key NOT IN [${dead.map(({ key }) => JSON.stringify(key)).join(',')}]`;
}
