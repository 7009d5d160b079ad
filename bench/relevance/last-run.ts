import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { cacheFolder } from '../corpus.ts';
import type { Judgement } from './judge.ts';

const runSchema = z.record(z.string(), z.number());
const pathOf = (judgedFile: string): string => join(cacheFolder, 'relevance', `${basename(judgedFile)}.last-run.json`);

/** nDCG@10 by query id as the last run over this file left it; empty before the first. */
export function lastRun(judgedFile: string): ReadonlyMap<string, number> {
  const path = pathOf(judgedFile);
  return new Map(existsSync(path) ? Object.entries(runSchema.parse(JSON.parse(readFileSync(path, 'utf8')))) : []);
}

export function rememberRun(judgedFile: string, judgements: readonly Judgement[]): void {
  mkdirSync(join(cacheFolder, 'relevance'), { recursive: true });
  writeFileSync(pathOf(judgedFile), JSON.stringify(Object.fromEntries(judgements.map(({ id, ndcg }) => [id, ndcg]))));
}
