import { z } from 'zod';
import { rebuildHint, SuzhangError } from '../../errors.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { type Client, createClient } from './meilisearch-client.ts';
import type { MeilisearchOptions } from './meilisearch-engine.ts';
import { checkSettings, checkVersion } from './meilisearch-indexes.ts';
import { readHolders } from './meilisearch-lease.ts';
import { type IndexNames, indexNames, serverVersion } from './meilisearch-settings.ts';
import { buildOf, readState } from './meilisearch-state.ts';

type Look = (client: Client, names: IndexNames) => Promise<string>;

/** In this order; where one is not well, those after it cannot be looked at. */
const looks: readonly (readonly [what: string, look: Look, fix: string])[] = [
  ['Meilisearch 服务器', sayHealth, '请启动服务器，或改正 SUZHANG_MEILI_URL'],
  ['Meilisearch 版本', sayVersion, `请换用 v${serverVersion} 的服务器`],
  ['Meilisearch 密钥与索引', sayState, `密钥不对则改正 SUZHANG_MEILI_KEY；索引缺失或损坏则：${rebuildHint}`],
  ['Meilisearch 设置', saySettings, rebuildHint],
  ['Meilisearch 写入者', sayHolders, '请等它结束；已中断的会在三分钟内失效'],
  ['Meilisearch 任务', sayTasks, '请按所说的原因处理（如磁盘满则腾出空间）后重新索引'],
];

/** What is well and what is not with the server, the key, the index and its tasks. Changes nothing and never rejects. */
export async function diagnoseMeilisearch({ prefix, generation, ...address }: MeilisearchOptions): Promise<Diagnosis[]> {
  const [client, names] = [createClient(address), indexNames(prefix, generation)];
  const found: Diagnosis[] = [];
  for (const [what, look, fix] of looks) {
    try {
      found.push({ what, well: true, says: await look(client, names), fix: null });
    } catch (error) {
      found.push({ what, well: false, says: error instanceof Error ? error.message : String(error), fix });
      return found;
    }
  }
  return found;
}

async function sayHealth(client: Client): Promise<string> {
  const { status } = await client.ask({ method: 'GET', path: 'health' }, z.object({ status: z.string() }));
  return `${client.url} ${status}`;
}

async function sayVersion(client: Client): Promise<string> {
  return (await checkVersion(client)) ?? '这把密钥看不到版本';
}

async function sayState(client: Client, names: IndexNames): Promise<string> {
  const state = await readState(client, names);
  if (state === null) throw new Problem(`索引 ${names.store} 尚未建立`);
  return `${names.store}，第 ${state.written} 次写入（${buildOf(state)}），待清理的旧版本 ${state.dead.length} 个`;
}

async function saySettings(client: Client, names: IndexNames): Promise<string> {
  await checkSettings(client, names);
  return '与程序一致';
}

async function sayHolders(client: Client, names: IndexNames): Promise<string> {
  const holders = await readHolders(client, names.store);
  if (holders.length === 0) return '没有';
  return holders.map(({ holder }) => `机器 ${holder.host}，进程号 ${holder.pid}，到 ${holder.until}`).join('；');
}

const tasksSchema = z.object({
  results: z.array(z.object({ uid: z.int(), type: z.string(), error: z.object({ message: z.string() }).nullish() })),
});

/** The newest tasks of our indexes; a key that only reads may not see tasks, which is no fault. */
async function sayTasks(client: Client, names: IndexNames): Promise<string> {
  const path = `tasks?limit=5&statuses=failed&indexUids=${Object.values(names).join(',')}`;
  const answer = await client.ask({ method: 'GET', path }, tasksSchema).catch((error: unknown) => {
    if (error instanceof SuzhangError && error.kind === 'invalid-input') return null;
    throw error;
  });
  if (answer === null) return '这把密钥看不到任务';
  const [newest] = answer.results;
  if (newest !== undefined) return `最近失败的任务 ${newest.uid}（${newest.type}）：${newest.error?.message ?? '没有说明原因'}`;
  return '没有失败的任务';
}

class Problem extends SuzhangError {
  override readonly kind = 'problem';
}
