import { join } from 'node:path';
import type { Config } from '../config.ts';
import { assertNever, InvalidInputError } from '../errors.ts';
import type { Engine } from './engine.ts';
import { openSqliteEngine } from './sqlite/sqlite-engine.ts';

/** Where the embedded engine keeps its index within the data folder. */
export const indexPath = (config: Config): string => join(config.data, 'index.sqlite');

/** The engine that the settings ask for. The only place that knows them all. */
export async function openEngine(config: Config): Promise<Engine> {
  switch (config.engine) {
    case 'sqlite':
      return openSqliteEngine({ path: indexPath(config) });
    case 'meilisearch':
      throw new InvalidInputError('SUZHANG_ENGINE', '检索引擎 meilisearch 尚未支持，请用 sqlite');
    default:
      return assertNever(config.engine);
  }
}
