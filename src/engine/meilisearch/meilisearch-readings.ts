import { EngineUnavailableError, IndexDamagedError, rebuildHint } from '../../errors.ts';
import type { Reader } from '../engine.ts';
import type { Client } from './meilisearch-client.ts';
import { createCounts } from './meilisearch-counts.ts';
import { written } from './meilisearch-formula.ts';
import { checkSettings } from './meilisearch-indexes.ts';
import { createMemory, type Memory } from './meilisearch-memory.ts';
import { createReader } from './meilisearch-reader.ts';
import { readReports } from './meilisearch-reports.ts';
import type { Session } from './meilisearch-session.ts';
import type { IndexNames } from './meilisearch-settings.ts';
import { buildOf, readState, type State, visible } from './meilisearch-state.ts';

/** Settings are looked at again so often, so that another hand's change does not go unseen for long. */
const settingsMs = 30_000;

/** Old versions are kept at least this long (see meilisearch-writer.ts); a longer reading makes sure that it still saw all of its state. */
const surelyKeptMs = 15_000;

/** A state read this long ago is used again: another program's write is seen that much later, and most searches are one question shorter. */
const stateMs = 250;

/** Readings of the index, each of one state. */
export interface Readings {
  /** The next reading asks for the state anew. */
  forgetState(): void;
  read<T>(work: (reader: Reader) => Promise<T>, limitMs: number): Promise<T>;
  close(): void;
}

export function createReadings(client: Client, names: IndexNames): Readings {
  const memory = createMemory();
  const open = new Set<AbortController>();
  let closed = false;
  let settingsAt = Date.now();
  const states = createStates(client, names);

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
    const [state] = await Promise.all([states.current(signal), checkSometimes(signal)]);
    const began = Date.now();
    const session = await openSession(client, names, memory, state, signal);
    const reader = createReader(session, memory, (ask) => refuseWhenOver(signal, ask));
    const result = await work(reader);
    return { result, whole: Date.now() - began < surelyKeptMs || (await isStillKept(client, names, state, signal)) };
  };

  return {
    forgetState: states.forget,
    async read(work, limitMs) {
      if (closed) throw new EngineUnavailableError('索引已关闭');
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
        reading.abort(new EngineUnavailableError('这次读取已结束'));
      }
    },
    close() {
      closed = true;
      for (const reading of open) reading.abort(new EngineUnavailableError('索引已关闭'));
    },
  };
}

interface States {
  current(signal: AbortSignal): Promise<State>;
  forget(): void;
}

/** The state of the index, read again when it is no longer recent, or was forgotten, also while it was on its way. */
function createStates(client: Client, names: IndexNames): States {
  let recent: { readonly state: State; readonly at: number } | null = null;
  let forgotten = 0;
  return {
    async current(signal) {
      if (recent !== null && Date.now() - recent.at < stateMs) return recent.state;
      const [at, before] = [Date.now(), forgotten];
      const state = await readState(client, names, signal);
      if (state === null) throw new IndexDamagedError(`Meilisearch（${client.url}）上没有索引 ${names.store}。${rebuildHint}`);
      if (before === forgotten) recent = { state, at };
      return state;
    },
    forget() {
      recent = null;
      forgotten++;
    },
  };
}

async function openSession(client: Client, names: IndexNames, memory: Memory, state: State, signal: AbortSignal): Promise<Session> {
  if (memory.reports?.written !== state.written || memory.reports.epoch !== state.epoch) {
    memory.reports = await readReports(client, names, state, memory.reports, signal);
  }
  const remembered = memory.of(buildOf(state));
  const counts = createCounts({ client, names, remembered, signal });
  const seen = { state, visible: written(visible(state)), reports: memory.reports };
  return { client, names, ...seen, remembered, counts, checking: new Map(), listed: new Map(), signal };
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
