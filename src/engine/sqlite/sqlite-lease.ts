import type { Ask, Asks, Reply, Verb } from './sqlite-asks.ts';
import type { Columns } from './sqlite-columns.ts';
import { errorOf, type Thread } from './sqlite-thread.ts';

/** A reader thread while one reading has it. */
export interface Lease {
  /** Those of the build that is read: in memory shared with the thread. */
  readonly columns: Columns;
  ask<V extends Verb>(verb: V, ask: Asks[V]['ask']): Promise<Asks[V]['answer']>;
}

interface Asked extends Ask {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Questions that are asked before the program waits for anything travel as one message, and the answers of short ones too: most of a short question is
 * the journey. */
export function leaseOf(thread: Thread, columns: Columns, signal: AbortSignal): Lease {
  let gathered: Asked[] = [];
  const send = () => {
    const asked = gathered;
    gathered = [];
    if (signal.aborted) {
      for (const { reject } of asked) reject(signal.reason);
      return;
    }
    sendAll(thread, asked);
  };
  return {
    columns,
    async ask(verb, ask) {
      signal.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      gathered.push({ verb, ask, resolve, reject });
      // A tick comes after all that is settled already has gone on as far as it can.
      if (gathered.length === 1) process.nextTick(send);
      // The worker answers each verb with what Asks says of it; both ends are this folder.
      return (await promise) as Asks[typeof verb]['answer'];
    },
  };
}

/** Settles each question as soon as its reply is there. */
function sendAll(thread: Thread, asked: readonly Asked[]): void {
  let next = 0;
  const take = (replies: readonly Reply[]) => {
    for (const reply of replies) settle(asked[next++], reply);
  };
  thread.send({ kind: 'asks', asks: asked.map(({ verb, ask }) => ({ verb, ask })) }, take).then(
    (answered) => take(answered.kind === 'replies' ? answered.replies : []),
    (error: unknown) => {
      for (const { reject } of asked) reject(error);
    },
  );
}

function settle(asked: Asked | undefined, reply: Reply): void {
  if (reply.kind === 'answer') asked?.resolve(reply.answer);
  else asked?.reject(errorOf(reply));
}
