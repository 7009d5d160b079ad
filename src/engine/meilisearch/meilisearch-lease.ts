import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { z } from 'zod';
import { BusyError } from '../../errors.ts';
import type { Client } from './meilisearch-client.ts';
import { addDocuments, deleteDocuments, payloadOf } from './meilisearch-tasks.ts';

/**
 * The right to write, for programs on any machine: a document of its own for each that wants it, in the index they would write to.
 * Each puts its document down and then looks who else has one; of two that come together the one that put it down later sees the other,
 * so never do both go on. A document that was not renewed for a while is of a program that is no more.
 */
export interface Lease {
  /** Rejects with BusyError when it ran out unnoticed (a machine that slept) and another may have taken it. */
  check(): void;
  release(): Promise<void>;
}

/** Tasks wait behind each other on the server, so renewing can take as long as the longest of them. */
const lastsMs = 180_000;
const renewMs = 30_000;

const leaseSchema = z.object({ id: z.string(), data: z.string() });
const holderSchema = z.object({ host: z.string(), pid: z.int(), at: z.string(), until: z.string() });
type Holder = z.infer<typeof holderSchema>;

export async function takeLease(client: Client, store: string): Promise<Lease> {
  const id = `lease_${randomBytes(8).toString('hex')}`;
  const began = new Date().toISOString();
  let until = 0;
  const renew = async () => {
    const next = Date.now() + lastsMs;
    const holder: Holder = { host: hostname(), pid: process.pid, at: began, until: new Date(next).toISOString() };
    await addDocuments(client, store, payloadOf([JSON.stringify({ id, kind: 'lease', key: id, data: JSON.stringify(holder) })]));
    until = next;
  };
  await renew();
  const holder = await otherHolder(client, store, id);
  if (holder !== null) {
    await deleteDocuments(client, store, `key = "${id}"`);
    throw new BusyError(
      `另一个程序（机器 ${holder.host}，进程号 ${holder.pid}）从 ${holder.at} 起正在写入 Meilisearch 索引 ${store}。请等它结束后再试；它若已中断，最迟 ${holder.until} 后可写。`,
    );
  }
  // A renewal that fails is seen by check() once the lease has run out; until then writing goes on.
  const timer = setInterval(() => void renew().catch(() => undefined), renewMs).unref();
  return {
    check() {
      if (Date.now() > until) throw new BusyError(`写入 Meilisearch 索引 ${store} 的权利已过期，可能已被另一个程序取得。请再试一次。`);
    },
    async release() {
      clearInterval(timer);
      await deleteDocuments(client, store, `key = "${id}"`);
    },
  };
}

interface Held {
  readonly id: string;
  readonly holder: Holder;
}

/** Who has put down a document, those that are no more left in. */
async function readAllHolders(client: Client, store: string): Promise<Held[]> {
  const body = { filter: 'kind = "lease"', fields: ['id', 'data'], limit: 1_000 };
  const ask = { method: 'POST', path: `indexes/${store}/documents/fetch`, body } as const;
  const { results } = await client.ask(ask, z.object({ results: z.array(leaseSchema) }));
  return results.map(({ id, data }) => ({ id, holder: holderSchema.parse(JSON.parse(data)) }));
}

/** Who is writing. */
export const readHolders = async (client: Client, store: string): Promise<Held[]> =>
  (await readAllHolders(client, store)).filter(({ holder }) => !isGone(holder));

async function otherHolder(client: Client, store: string, own: string): Promise<Holder | null> {
  const others = (await readAllHolders(client, store)).filter(({ id }) => id !== own);
  const gone = others.filter(({ holder }) => isGone(holder));
  if (gone.length > 0) await deleteDocuments(client, store, `key IN [${gone.map(({ id }) => JSON.stringify(id)).join(',')}]`);
  return others.find(({ holder }) => !isGone(holder))?.holder ?? null;
}

/** Run out, or of this machine and its process has ended. */
function isGone({ host, pid, until }: Holder): boolean {
  if (Date.parse(until) < Date.now()) return true;
  if (host !== hostname() || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
