import { EngineUnavailableError } from '../../errors.ts';
import type { StoredReport } from '../engine.ts';
import type { Client } from './meilisearch-client.ts';
import { reportLines } from './meilisearch-documents.ts';
import { type Lease, takeLease } from './meilisearch-lease.ts';
import { readVersions } from './meilisearch-reports.ts';
import { type IndexNames, indexRoles } from './meilisearch-settings.ts';
import { readState, type State, stateLine } from './meilisearch-state.ts';
import { keyOf } from './meilisearch-store.ts';
import { addDocuments, deleteDocuments, type Payload, payloadOf } from './meilisearch-tasks.ts';

/** A report as it is to be; null: it is to go. */
export interface Change {
  readonly id: string;
  readonly stored: StoredReport | null;
}

/** A write whose documents and facts are stored, with the lines that are left. `born`: its number. */
export interface Sent {
  readonly changes: readonly Change[];
  readonly born: number;
  readonly lines: readonly string[];
}

/**
 * The steps of a write, under the right to write that is taken at the first one:
 *
 *   documents and facts of the new versions -> their store and the state: the write is done -> some time later the old versions are deleted
 *
 * Before the second step nobody sees anything; the state is one document, so the write is whole or not there.
 */
export interface Writes {
  send(changes: readonly Change[]): Promise<Sent>;
  /** For each change whether there was a version of the report before. Writes are finished in the order of their numbers. */
  finish(sent: Sent): Promise<boolean[]>;
  /** What a write that failed left behind is deleted before the next is sent. None may be under way. */
  startOver(): void;
  close(): Promise<void>;
}

/** Bytes of one payload; the server takes 100 MB at most. A single document is never divided. */
const payloadBytes = 24 * 2 ** 20;

/** Old versions are kept this long for readers that began before, and then until so many wait. */
const keepMs = 30_000;
const mostDead = 256;

/** What is known of the index while no one else may write to it. `sent`: the number of the last write that was sent. */
interface Held {
  state: State;
  sent: number;
  /** The version of each report that can be seen, by its id. */
  readonly versions: Map<string, string>;
}

export function createWrites(client: Client, names: IndexNames): Writes {
  let lease: Promise<Lease> | null = null;
  let opening: Promise<Held> | null = null;

  const open = async (): Promise<Held> => {
    lease ??= takeLease(client, names.store);
    const taken = lease;
    await taken.catch(() => {
      lease = null;
    });
    (await taken).check();
    const state = await stateOf(client, names);
    for (const role of indexRoles) await deleteDocuments(client, names[role], `born > ${state.written}`);
    return { state, sent: state.written, versions: await readVersions(client, names, state) };
  };

  const held = (): Promise<Held> => {
    opening ??= open().catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };

  return {
    async send(changes) {
      const known = await held();
      const born = ++known.sent;
      await stateOf(client, names);
      const { documents, facts, lines } = payloadsFor(changes, born);
      await Promise.all([
        ...documents.map((payload) => addDocuments(client, names.documents, payload)),
        ...facts.map((payload) => addDocuments(client, names.facts, payload)),
      ]);
      return { changes, born, lines };
    },

    async finish({ changes, born, lines }) {
      const known = await held();
      const before = changes.flatMap(({ id }) => known.versions.get(id) ?? []);
      const found = changes.map(({ id }) => known.versions.has(id));
      if (lines.length === 0 && before.length === 0) return found;
      const at = new Date().toISOString();
      const collected = await collect(client, names, known.state);
      const died = before.map((key) => ({ key, died: born, at }));
      const next: State = { ...collected, written: born, dead: [...collected.dead, ...died] };
      const payloads = payloadsOf([...lines, stateLine(next)]);
      (await lease)?.check();
      for (const payload of payloads) await addDocuments(client, names.store, payload);
      known.state = next;
      for (const { id, stored } of changes) {
        if (stored === null) known.versions.delete(id);
        else known.versions.set(id, keyOf(id, born));
      }
      return found;
    },

    startOver() {
      opening = null;
    },

    async close() {
      await (await lease)?.release();
    },
  };
}

/** Rejects when the index is gone: the server would make another of the same name for what is sent, without our settings. */
async function stateOf(client: Client, names: IndexNames): Promise<State> {
  const state = await readState(client, names);
  if (state === null) throw new EngineUnavailableError(`Meilisearch 上的索引 ${names.store} 不见了。请运行：npm run suzhang -- rebuild`);
  return state;
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

/** What the changes store: at once as it is sent, so that no line is held beside its payload while the server is busy. */
function payloadsFor(changes: readonly Change[], born: number) {
  const written = changes.flatMap(({ stored }) => (stored === null ? [] : [reportLines(stored, born)]));
  const [documents, facts] = [written.flatMap((one) => one.documents), written.flatMap((one) => one.facts)];
  return { documents: payloadsOf(documents), facts: payloadsOf(facts), lines: written.flatMap(({ store }) => store) };
}

function payloadsOf(lines: readonly string[]): Payload[] {
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
  return payloads.map(payloadOf);
}
