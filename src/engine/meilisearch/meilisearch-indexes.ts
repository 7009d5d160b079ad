import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { IndexDamagedError, InvalidInputError, rebuildHint } from '../../errors.ts';
import { type Client, createClient, type ServerAddress } from './meilisearch-client.ts';
import { changedSettings, type IndexNames, indexRoles, serverVersion, settingsOf } from './meilisearch-settings.ts';
import { freshState, readState, stateLine } from './meilisearch-state.ts';
import { addDocuments, payloadOf, runTask } from './meilisearch-tasks.ts';

const versionSchema = z.object({ pkgVersion: z.string() });

/**
 * Rejects with InvalidInputError when the server is of a version that this program was not tried with. null: a key for some indexes only may not ask;
 * whoever wrote the index was asked then.
 */
export async function checkVersion(client: Client): Promise<string | null> {
  const answer = await client.ask({ method: 'GET', path: 'version' }, versionSchema).catch((error: unknown) => {
    if (error instanceof InvalidInputError) return null;
    throw error;
  });
  if (answer === null) return null;
  const { pkgVersion } = answer;
  if (pkgVersion.startsWith(`${serverVersion}.`)) return pkgVersion;
  throw new InvalidInputError(
    'SUZHANG_MEILI_URL',
    `Meilisearch（${client.url}）的版本是 ${pkgVersion}，本程序须用 ${serverVersion}。请换用 ${serverVersion} 版的服务器（如 getmeili/meilisearch:v${serverVersion}），再运行 npm run suzhang -- rebuild。`,
  );
}

/** Makes the indexes when they are not there: settings first, the state last, so that an index with a state is a whole one. */
export async function ensureIndexes(client: Client, names: IndexNames): Promise<void> {
  if ((await readState(client, names)) !== null) return;
  try {
    for (const role of indexRoles) {
      await runTask(client, { method: 'POST', path: 'indexes', body: { uid: names[role], primaryKey: 'id' } }).catch(unlessThere);
      await runTask(client, { method: 'PATCH', path: `indexes/${names[role]}/settings`, body: settingsOf[role] });
    }
    await addDocuments(client, names.store, payloadOf([stateLine(freshState(randomBytes(6).toString('hex')))]));
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const message = `Meilisearch（${client.url}）上还没有索引 ${names.store}，而这把密钥只能检索。请先用有写入权的密钥运行：npm run suzhang -- index <文件夹>`;
    throw new IndexDamagedError(message, { cause: error });
  }
}

/** Another program may have made it a moment ago. */
function unlessThere(error: unknown): void {
  if (error instanceof Error && 'code' in error && error.code === 'index_already_exists') return;
  throw error;
}

/** Rejects with IndexDamagedError when another hand changed the settings: counts could be wrong without a sign. */
export async function checkSettings(client: Client, names: IndexNames, signal?: AbortSignal): Promise<void> {
  for (const role of indexRoles) {
    const found = await client.ask({ method: 'GET', path: `indexes/${names[role]}/settings`, signal }, z.record(z.string(), z.unknown()));
    const changed = changedSettings(role, found);
    if (changed.length > 0)
      throw new IndexDamagedError(`Meilisearch 索引 ${names[role]} 的设置被改动过：${changed.join('、')}。${rebuildHint}`);
  }
}

const indexesSchema = z.object({ results: z.array(z.object({ uid: z.string() })) });

/** Deletes every index of this installation but those of the generations to keep. */
export async function removeGenerations(
  { prefix, ...address }: ServerAddress & { readonly prefix: string },
  keep: readonly string[],
): Promise<void> {
  const client = createClient(address);
  const { results } = await client.ask({ method: 'GET', path: 'indexes?limit=1000' }, indexesSchema);
  for (const { uid } of results) {
    const role = indexRoles.find((one) => uid.endsWith(`-${one}`));
    if (role === undefined || !uid.startsWith(`${prefix}-`)) continue;
    const generation = uid.slice(prefix.length + 1, -(role.length + 1));
    if (GENERATION.test(generation) && !keep.includes(generation)) await runTask(client, { method: 'DELETE', path: `indexes/${uid}` });
  }
}

// 1 or 20250301T080000000
const GENERATION = /^[0-9T]{1,20}$/;
