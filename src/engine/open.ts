import { basename, join } from 'node:path';
import type { Config } from '../config.ts';
import { assertNever, InvalidInputError } from '../errors.ts';
import type { Diagnosed } from './diagnosis.ts';
import type { Engine } from './engine.ts';
import { diagnoseMeilisearch } from './meilisearch/meilisearch-diagnose.ts';
import { type MeilisearchOptions, openMeilisearchEngine } from './meilisearch/meilisearch-engine.ts';
import { removeGenerations } from './meilisearch/meilisearch-indexes.ts';
import { ensureKeys, type Keys } from './meilisearch/meilisearch-keys.ts';
import { diagnoseSqlite } from './sqlite/sqlite-diagnose.ts';
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

/** What is well and what is not with the index and with what it needs. Changes nothing and never rejects. */
export async function diagnoseEngine(config: Config): Promise<Diagnosed> {
  switch (config.engine) {
    case 'sqlite':
      return diagnoseSqlite(indexPath(config));
    case 'meilisearch': {
      const findings = await diagnoseMeilisearch(meilisearchOf(config));
      return { findings, openable: findings.every(({ well }) => well) };
    }
    default:
      return assertNever(config.engine);
  }
}

/** Afterwards no index of this installation is left outside the data folder but those of the generations to keep. */
export async function removeOtherIndexes(config: Config, keep: readonly string[]): Promise<void> {
  if (config.engine === 'meilisearch') await removeGenerations(meilisearchOf(config), keep);
}

/** Keys for programs that only search and only index, made with the master key. */
export async function makeKeys(config: Config): Promise<Keys> {
  const { prefix, ...address } = meilisearchOf(config);
  return ensureKeys(address, prefix);
}
