import { z } from 'zod';
import { EngineUnavailableError } from '../../errors.ts';
import type { Ask, Client } from './meilisearch-client.ts';
import { errorOfCode } from './meilisearch-errors.ts';

const enqueuedSchema = z.object({ taskUid: z.int() });

const taskSchema = z.object({
  uid: z.int(),
  status: z.enum(['enqueued', 'processing', 'succeeded', 'failed', 'canceled']),
  details: z.looseObject({ indexedDocuments: z.int().nullish() }).nullish(),
  error: z.object({ message: z.string(), code: z.string() }).nullish(),
});
export type Task = z.infer<typeof taskSchema>;

/** Between two looks at a task, in milliseconds: soon at first, then seldom. */
const firstMs = 4;
const longestMs = 250;
const growth = 1.3;

/** Sends work and answers when the server has done it. Rejects when it failed or was cancelled: that it was accepted says nothing. */
export async function runTask(client: Client, ask: Ask): Promise<Task> {
  const { taskUid } = await client.ask(ask, enqueuedSchema);
  return awaitTask(client, taskUid);
}

export const enqueue = async (client: Client, ask: Ask): Promise<number> => (await client.ask(ask, enqueuedSchema)).taskUid;

export async function awaitTask(client: Client, uid: number): Promise<Task> {
  for (let wait = firstMs; ; wait = Math.min(longestMs, wait * growth)) {
    const task = await client.ask({ method: 'GET', path: `tasks/${uid}` }, taskSchema);
    if (task.status === 'succeeded') return task;
    if (task.status === 'canceled')
      throw new EngineUnavailableError(`Meilisearch（${client.url}）上的任务 ${uid} 被人取消，没有写入。请再试一次。`);
    if (task.status === 'failed')
      throw errorOfCode(client.url, task.error?.code ?? 'task_failed', task.error?.message ?? `task ${uid} failed`, task.error);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** Lines of JSON, one document each, as they are sent. */
export interface Payload {
  readonly body: string;
  readonly documents: number;
}

export const payloadOf = (lines: readonly string[]): Payload => ({ body: lines.join('\n'), documents: lines.length });

/** Afterwards exactly these documents were stored under their ids, or it rejects. */
export async function addDocuments(client: Client, index: string, { body, documents }: Payload): Promise<void> {
  const ask = { method: 'POST', path: `indexes/${index}/documents?primaryKey=id`, body, contentType: 'application/x-ndjson' } as const;
  const { details } = await runTask(client, ask);
  if (details?.indexedDocuments !== documents)
    throw new EngineUnavailableError(
      `Meilisearch（${client.url}）只写入了 ${details?.indexedDocuments ?? 0} 个条目，应为 ${documents} 个。请再试一次。`,
    );
}

/** Afterwards no document of the index passes the filter. */
export async function deleteDocuments(client: Client, index: string, filter: string): Promise<void> {
  await runTask(client, { method: 'POST', path: `indexes/${index}/documents/delete`, body: { filter } });
}
