import { EngineUnavailableError, IndexDamagedError } from '../../errors.ts';
import type { Engine, Reader } from '../engine.ts';
import { type Client, createClient, type ServerAddress } from './meilisearch-client.ts';
import { rebuildHint } from './meilisearch-errors.ts';
import { written } from './meilisearch-formula.ts';
import { checkSettings, checkVersion, ensureIndexes } from './meilisearch-indexes.ts';
import { createMemory, type Memory } from './meilisearch-memory.ts';
import { createReader } from './meilisearch-reader.ts';
import { readReports } from './meilisearch-reports.ts';
import { type IndexNames, indexNames } from './meilisearch-settings.ts';
import { buildOf, readState, type State, visible } from './meilisearch-state.ts';
import { createWriter } from './meilisearch-writer.ts';

export interface MeilisearchOptions extends ServerAddress {
  /** What the names of the indexes begin with: one for each installation that shares a server. */
  readonly prefix: string;
  /** Which of the indexes of this installation: a rebuilt one has another. */
  readonly generation: string;
  /** What one reading may take, in milliseconds, unless it says otherwise. */
  readonly limitMs?: number;
}

/**
 * The engine over a Meilisearch server. Rejects with EngineUnavailableError when the server is not reachable, with InvalidInputError when it refuses
 * the key or is of another version, with IndexDamagedError when its index cannot be read as it was written.
 * The right to write is taken at the first write and kept until close; while another program has it, writes reject with BusyError.
 */
export async function openMeilisearchEngine({ prefix, generation, limitMs = 5_000, ...address }: MeilisearchOptions): Promise<Engine> {
  const client = createClient(address);
  const names = indexNames(prefix, generation);
  await checkVersion(client);
  await ensureIndexes(client, names);
  await checkSettings(client, names);
  const readings = createReadings(client, names);
  const writer = createWriter(client, names);
  return {
    name: 'meilisearch',
    capabilities: { alwaysExact: false, measures: false },
    replaceReport: (stored) => writer.replace(stored),
    removeReport: (id) => writer.remove(id),
    read: (work, options) => readings.read(work, options?.limitMs ?? limitMs),
    async close() {
      readings.close();
      await writer.close();
    },
  };
}

/** Settings are looked at again so often, so that another hand's change does not go unseen for long. */
const settingsMs = 30_000;

/** Old versions are kept at least this long (see meilisearch-writer.ts); a longer reading makes sure that it still saw all of its state. */
const surelyKeptMs = 15_000;

interface Readings {
  read<T>(work: (reader: Reader) => Promise<T>, limitMs: number): Promise<T>;
  close(): void;
}

function createReadings(client: Client, names: IndexNames): Readings {
  const memory = createMemory();
  const open = new Set<AbortController>();
  let closed = false;
  let settingsAt = Date.now();

  const checkSometimes = async (signal: AbortSignal) => {
    if (Date.now() - settingsAt < settingsMs) return;
    await checkSettings(client, names, signal);
    settingsAt = Date.now();
  };

  const attempt = async <T>(
    work: (reader: Reader) => Promise<T>,
    reading: AbortController,
  ): Promise<{ readonly result: T; readonly whole: boolean }> => {
    const { signal } = reading;
    const [state] = await Promise.all([readState(client, names, signal), checkSometimes(signal)]);
    if (state === null) throw new IndexDamagedError(`Meilisearch（${client.url}）上没有索引 ${names.store}。${rebuildHint}`);
    const began = Date.now();
    const session = await openSession(client, names, memory, state, signal);
    const reader = createReader(session, memory, (ask) => refuseWhenOver(signal, ask));
    const result = await work(reader);
    return { result, whole: Date.now() - began < surelyKeptMs || (await isStillKept(client, names, state, signal)) };
  };

  return {
    async read(work, limitMs) {
      if (closed) throw new EngineUnavailableError('the index is closed');
      const reading = new AbortController();
      open.add(reading);
      const over = Promise.withResolvers<never>();
      over.promise.catch(() => undefined);
      const end = (why: string) => {
        const error = new EngineUnavailableError(why);
        reading.abort(error);
        over.reject(error);
      };
      const timer = setTimeout(() => end(`检索超过了 ${limitMs} 毫秒的时限，请稍后再试，或缩小检索范围。`), limitMs);
      const closing = () => over.reject(reading.signal.reason);
      reading.signal.addEventListener('abort', closing);
      try {
        const first = await Promise.race([attempt(work, reading), over.promise]);
        if (first.whole) return first.result;
        const second = await Promise.race([attempt(work, reading), over.promise]);
        if (second.whole) return second.result;
        throw new EngineUnavailableError('检索期间索引一直在更新，请稍后再试。');
      } finally {
        clearTimeout(timer);
        open.delete(reading);
        reading.abort(new EngineUnavailableError('the reading is over'));
      }
    },
    close() {
      closed = true;
      for (const reading of open) reading.abort(new EngineUnavailableError('the index is closed'));
    },
  };
}

async function openSession(client: Client, names: IndexNames, memory: Memory, state: State, signal: AbortSignal) {
  if (memory.reports?.written !== state.written || memory.reports.epoch !== state.epoch) {
    memory.reports = await readReports(client, names, state, memory.reports, signal);
  }
  return { client, names, state, visible: written(visible(state)), reports: memory.reports, remembered: memory.of(buildOf(state)), signal };
}

async function refuseWhenOver<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  return ask();
}

/** Whether everything that the state shows is still stored. */
async function isStillKept(client: Client, names: IndexNames, { written, epoch }: State, signal: AbortSignal): Promise<boolean> {
  const now = await readState(client, names, signal);
  return now !== null && now.epoch === epoch && now.collected <= written;
}
