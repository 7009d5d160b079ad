import { EngineUnavailableError } from '../../errors.ts';
import type { StoredReport } from '../engine.ts';
import type { Client } from './meilisearch-client.ts';
import { checkStored, project } from './meilisearch-documents.ts';
import { type Lease, takeLease } from './meilisearch-lease.ts';
import { findVersions } from './meilisearch-reports.ts';
import { type IndexNames, indexRoles } from './meilisearch-settings.ts';
import { readState, type State, stateLine } from './meilisearch-state.ts';
import { addDocuments, deleteDocuments } from './meilisearch-tasks.ts';

/**
 * Writes reports. A task of the server has its price however small it is, so what is asked for while a write goes on is written together by the next one.
 *
 *   documents and facts of the new versions -> their store and the state: the write is done -> some time later the old versions are deleted
 *
 * Before the second step nobody sees anything; the state is one document, so the write is whole or not there. What a write that failed
 * or was killed left behind is deleted before the next.
 */
export interface Writer {
  replace(stored: StoredReport): Promise<void>;
  remove(id: string): Promise<boolean>;
  close(): Promise<void>;
}

/** Bytes of one payload; the server takes 100 MB at most. A single document is never divided. */
const payloadBytes = 24 * 2 ** 20;

/** Characters of text in one write. */
const writeCharacters = 4_000_000;

/** Old versions are kept this long for readers that began before, and then until so many wait. */
const keepMs = 30_000;
const mostDead = 256;

type Change = {
  readonly id: string;
  readonly stored: StoredReport | null;
  readonly done: (found: boolean) => void;
  readonly failed: (error: unknown) => void;
};

export function createWriter(client: Client, names: IndexNames): Writer {
  let waiting: Change[] = [];
  let writing: Promise<void> | null = null;
  let lease: Lease | null = null;
  let clean = false;
  let closed = false;

  const writeAll = async () => {
    while (waiting.length > 0) {
      const { now, later } = nextChanges(waiting);
      waiting = later;
      try {
        const found = await write(now);
        now.forEach((change, index) => {
          change.done(found[index] ?? false);
        });
      } catch (error) {
        clean = false;
        for (const change of now) change.failed(error);
      }
    }
    writing = null;
  };

  const write = async (changes: readonly Change[]): Promise<boolean[]> => {
    lease ??= await takeLease(client, names.store);
    lease.check();
    const state = await readState(client, names);
    if (state === null) throw new EngineUnavailableError(`Meilisearch 上的索引 ${names.store} 不见了。请运行：npm run suzhang -- rebuild`);
    if (!clean) await deleteUnborn(client, names, state);
    clean = true;
    return writeChanges(client, names, state, changes, lease);
  };

  const ask = (id: string, stored: StoredReport | null): Promise<boolean> => {
    if (closed) return Promise.reject(new EngineUnavailableError('the index is closed'));
    return new Promise<boolean>((done, failed) => {
      waiting.push({ id, stored, done, failed });
      writing ??= Promise.resolve().then(writeAll);
    });
  };

  return {
    async replace(stored) {
      checkStored(stored);
      await ask(stored.report.id, stored);
    },
    remove: (id) => ask(id, null),
    async close() {
      closed = true;
      await writing;
      await lease?.release();
    },
  };
}

/** In order, of each report the first change, as much as one write takes. */
function nextChanges(waiting: readonly Change[]): { readonly now: Change[]; readonly later: Change[] } {
  const now: Change[] = [];
  const later: Change[] = [];
  const ids = new Set<string>();
  let characters = 0;
  for (const change of waiting) {
    const takes = !ids.has(change.id) && later.length === 0 && (now.length === 0 || characters < writeCharacters);
    (takes ? now : later).push(change);
    ids.add(change.id);
    characters += change.stored?.text.text.length ?? 0;
  }
  return { now, later };
}

const deleteUnborn = async (client: Client, names: IndexNames, { written }: State): Promise<void> => {
  for (const role of indexRoles) await deleteDocuments(client, names[role], `born > ${written}`);
};

/** For each change whether there was a version of the report before. */
async function writeChanges(client: Client, names: IndexNames, state: State, changes: readonly Change[], lease: Lease): Promise<boolean[]> {
  const before = await findVersions(
    client,
    names,
    state,
    changes.map(({ id }) => id),
  );
  const written = state.written + 1;
  const projections = changes.flatMap(({ stored }) => (stored === null ? [] : [project(stored, written)]));
  const found = changes.map(({ id }) => before.has(id));
  if (projections.length === 0 && !found.includes(true)) return found;
  for (const role of ['documents', 'facts'] as const) {
    for (const payload of payloadsOf(projections.flatMap((projection) => projection[role])))
      await addDocuments(client, names[role], payload);
  }
  const at = new Date().toISOString();
  const died = changes.flatMap(({ id }) => {
    const key = before.get(id);
    return key === undefined ? [] : [{ key, died: written, at }];
  });
  const collected = await collect(client, names, state);
  const next: State = { ...collected, written, dead: [...collected.dead, ...died] };
  const payloads = payloadsOf([...projections.flatMap(({ store }) => store), stateLine(next)]);
  lease.check();
  for (const payload of payloads) await addDocuments(client, names.store, payload);
  return found;
}

/** Deletes old versions that no reader needs any more, if there are many or the state would grow. The state without them is not written yet. */
async function collect(client: Client, names: IndexNames, state: State): Promise<State> {
  const before = new Date(Date.now() - keepMs).toISOString();
  const old = state.dead.filter(({ at }) => at < before);
  if (old.length === 0 || (old.length < mostDead && old.length < state.dead.length)) return state;
  const filter = `key IN [${old.map(({ key }) => JSON.stringify(key)).join(',')}]`;
  for (const role of indexRoles) await deleteDocuments(client, names[role], filter);
  return { ...state, dead: state.dead.filter((one) => !old.includes(one)), collected: Math.max(...old.map(({ died }) => died)) };
}

function payloadsOf(lines: readonly string[]): string[][] {
  const payloads: string[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const bytes = Buffer.byteLength(line) + 1;
    if (size + bytes > payloadBytes) {
      payloads.push([]);
      size = 0;
    }
    payloads.at(-1)?.push(line);
    size += bytes;
  }
  return payloads;
}
