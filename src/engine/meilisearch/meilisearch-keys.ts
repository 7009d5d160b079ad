import { createHash } from 'node:crypto';
import { z } from 'zod';
import { createClient, type ServerAddress } from './meilisearch-client.ts';
import { RefusedError } from './meilisearch-errors.ts';
import { checkVersion } from './meilisearch-indexes.ts';

/** Keys that may touch our indexes only: one to search with, for the open web, one to index with. */
export interface Keys {
  readonly search: string;
  readonly index: string;
}

const actions: { readonly [role in keyof Keys]: readonly string[] } = {
  search: ['search', 'documents.get', 'settings.get'],
  index: ['search', 'documents.*', 'indexes.*', 'settings.get', 'settings.update', 'tasks.get'],
};

const keySchema = z.object({ key: z.string() });

/** Makes the keys of an installation, or finds those made before: the same master key and prefix always give the same. */
export async function ensureKeys(address: ServerAddress, prefix: string): Promise<Keys> {
  const client = createClient(address);
  await checkVersion(client);
  const ensure = async (role: keyof Keys): Promise<string> => {
    const uid = uidOf(`${prefix} ${role} ${actions[role].join()}`);
    const found = await client.ask({ method: 'GET', path: `keys/${uid}` }, keySchema).catch((error: unknown) => {
      if (error instanceof RefusedError && error.code === 'api_key_not_found') return null;
      throw error;
    });
    const body = { uid, name: `suzhang ${prefix} ${role}`, actions: actions[role], indexes: [`${prefix}-*`], expiresAt: null };
    return (found ?? (await client.ask({ method: 'POST', path: 'keys', body }, keySchema))).key;
  };
  return { search: await ensure('search'), index: await ensure('index') };
}

/** A UUID of version 8 (RFC 9562): what it is made of is ours to say. */
function uidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
