import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readConfig } from '../src/config.ts';
import { makeKeys } from '../src/engine/open.ts';
import { tell } from './output.ts';

/**
 * node bin/make-meilisearch-keys.ts <file of the searching key> <file of the indexing key>
 *
 * Run once with the master key in SUZHANG_MEILI_KEY, before anything else: programs that serve and index then need no master key.
 * Running it again gives the same keys.
 */
const [searchFile = '', indexFile = ''] = process.argv.slice(2);
const keys = await makeKeys(readConfig({ ...process.env, SUZHANG_ENGINE: 'meilisearch' }));
for (const [file, key] of [[searchFile, keys.search] as const, [indexFile, keys.index] as const]) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${key}\n`, { mode: 0o440 });
}
tell(`密钥已写入 ${searchFile}（只能检索）与 ${indexFile}（可以写入）。`);
