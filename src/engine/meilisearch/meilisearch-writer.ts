import { setImmediate as nextTurn } from 'node:timers/promises';
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

/** So many writes lie before the server at once, one that it stores and the next; and the next is sent when so many changes wait for it. */
const sentAtOnce = 2;
const enough = 8;

/** A change with who waits for it. `done`: whether the report was there before. */
interface Asked extends Change {
  readonly done: (found: boolean) => void;
  readonly failed: (error: unknown) => void;
}

export function createWriter(client: Client, names: IndexNames): Writer {
  const writes = createWrites(client, names);
  let waiting: Asked[] = [];
  /** Writes whose documents are not stored yet, and all that are not finished. */
  let [storing, unfinished] = [0, 0];
  let finishing = Promise.resolve();
  /** A write has failed. Those sent after it are asked for again: finished, they would show what it left behind. */
  let broken = false;
  let again: Asked[] = [];
  let woken = false;
  let closed = false;

  /** What is asked for in one turn is written together. */
  const wake = () => {
    if (woken) return;
    woken = true;
    setImmediate(() => {
      woken = false;
      while (!broken && storing < sentAtOnce && waiting.length >= (storing === 0 ? 1 : enough)) sendNext();
    });
  };

  const sendNext = () => {
    const { now, later } = nextChanges(waiting);
    waiting = later;
    storing++;
    unfinished++;
    const sending = writes.send(now);
    const stored = () => {
      storing--;
      wake();
    };
    sending.then(stored, stored);
    finishing = finish(finishing, now, sending);
  };

  const finish = async (before: Promise<void>, asked: readonly Asked[], sending: Promise<Sent>) => {
    await before;
    try {
      const sent = await sending;
      if (broken) again.push(...asked);
      else for (const [index, found] of (await writes.finish(sent)).entries()) asked[index]?.done(found);
    } catch (error) {
      if (broken) again.push(...asked);
      else for (const { failed } of asked) failed(error);
      broken = true;
    }
    if (--unfinished === 0 && broken) startOver();
    wake();
  };

  const startOver = () => {
    writes.startOver();
    waiting = [...again, ...waiting];
    again = [];
    broken = false;
  };

  const ask = (id: string, stored: StoredReport | null): Promise<boolean> => {
    if (closed) return Promise.reject(new EngineUnavailableError('索引已关闭'));
    return new Promise<boolean>((done, failed) => {
      waiting.push({ id, stored, done, failed });
      wake();
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
      while (waiting.length > 0 || unfinished > 0) await Promise.all([finishing, nextTurn()]);
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
