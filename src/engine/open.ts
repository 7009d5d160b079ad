import { basename, join } from 'node:path';
import type { Config } from '../config.ts';
import { assertNever, InvalidInputError } from '../errors.ts';
import type { Engine } from './engine.ts';
import { type MeilisearchOptions, openMeilisearchEngine } from './meilisearch/meilisearch-engine.ts';
import { openSqliteEngine } from './sqlite/sqlite-engine.ts';

/** Where the embedded engine keeps its index within the data folder. */
export const indexPath = (config: Config): string => join(config.data, 'index.sqlite');

/** Where the Meilisearch engine finds its indexes: the folder of the data names the generation (see bin/generation.ts). */
export function meilisearchOf({ data, meiliUrl, meiliKey, meiliPrefix }: Config): MeilisearchOptions {
  if (meiliUrl === null) throw new InvalidInputError('SUZHANG_MEILI_URL', '须设置 SUZHANG_MEILI_URL，如 http://127.0.0.1:7700');
  return { url: meiliUrl, key: meiliKey, prefix: meiliPrefix, generation: basename(data) };
}

/** The engine that the settings ask for. The only place that knows them all. */
export async function openEngine(config: Config): Promise<Engine> {
  switch (config.engine) {
    case 'sqlite':
      return openSqliteEngine({ path: indexPath(config) });
    case 'meilisearch':
      return openMeilisearchEngine(meilisearchOf(config));
    default:
      return assertNever(config.engine);
  }
}
