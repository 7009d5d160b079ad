import { EngineUnavailableError } from '../../errors.ts';
import type { StoredReport } from '../engine.ts';
import type { Client } from './meilisearch-client.ts';
import { checkStored } from './meilisearch-documents.ts';
import type { IndexNames } from './meilisearch-settings.ts';
import { type Change, createWrites, type Sent } from './meilisearch-writes.ts';

/**
 * Writes reports. A task of the server has its price however small it is, so what is asked for while a write goes on is written together by the next one;
 * and that is sent while the server is still busy with the one before, so that it need not wait for us. Writes are finished in the order they were sent.
 */
export interface Writer {
  replace(stored: StoredReport): Promise<void>;
  remove(id: string): Promise<boolean>;
  close(): Promise<void>;
}

/** Characters of text in one write. */
const writeCharacters = 4_000_000;

/** So many writes lie before the server at once: one that it stores, and the next. */
const sentAtOnce = 2;

/** A change with who waits for it. `done`: whether the report was there before. */
interface Asked extends Change {
  readonly done: (found: boolean) => void;
  readonly failed: (error: unknown) => void;
}

export function createWriter(client: Client, names: IndexNames): Writer {
  const writes = createWrites(client, names);
  let waiting: Asked[] = [];
  let writing: Promise<void> | null = null;
  let closed = false;

  const writeAll = async () => {
    while (waiting.length > 0) await writeInLine();
    writing = null;
  };

  /** Until nothing waits, or a write fails: those sent after it wait again, since finished they would show what it left behind. */
  const writeInLine = async () => {
    const again: Asked[] = [];
    let broken = false;
    const finish = async (before: Promise<void>, asked: readonly Asked[], sending: Promise<Sent>) => {
      await before;
      try {
        const sent = await sending;
        if (broken) throw new EngineUnavailableError('a write before this one failed');
        const found = await writes.finish(sent);
        for (const [index, { done }] of asked.entries()) done(found[index] ?? false);
      } catch (error) {
        if (broken) again.push(...asked);
        else for (const { failed } of asked) failed(error);
        broken = true;
      }
    };
    let finishing = Promise.resolve();
    const stored: Promise<unknown>[] = [];
    while (waiting.length > 0 && !broken) {
      const { now, later } = nextChanges(waiting);
      waiting = later;
      const sending = writes.send(now);
      finishing = finish(finishing, now, sending);
      stored.push(sending.catch(() => undefined));
      if (stored.length >= sentAtOnce) await stored.shift();
    }
    await finishing;
    if (broken) writes.startOver();
    waiting = [...again, ...waiting];
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
      await writes.close();
    },
  };
}

/** In order, of each report the first change, as much as one write takes. */
function nextChanges(waiting: readonly Asked[]): { readonly now: Asked[]; readonly later: Asked[] } {
  const now: Asked[] = [];
  const later: Asked[] = [];
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
