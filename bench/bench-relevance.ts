import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { indexReports } from '../indexer/index-reports.ts';
import { openArchive } from '../src/archive/open-archive.ts';
import { openSqliteEngine } from '../src/engine/sqlite/sqlite-engine.ts';
import { say, show, table } from './figures.ts';
import { indexIn } from './index-of.ts';
import type { BenchOptions } from './options.ts';
import { type Judgement, judge } from './relevance/judge.ts';
import { type Judged, judgedSchema } from './relevance/judged.ts';
import { lastRun, rememberRun } from './relevance/last-run.ts';

const defaultFile = fileURLToPath(new URL('../../shared/gold/relevance.json', import.meta.url));

/** nDCG@10 and recall@20 over a judged file, and which query moved since the last run. Its reports are looked for beside it, in ../reports. */
export async function benchRelevance({ judged }: BenchOptions): Promise<void> {
  const path = judged ?? defaultFile;
  if (!existsSync(path)) {
    say(`skipped: no judged file at ${path} (give one with --judged FILE)`);
    return;
  }
  const file = judgedSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const judgements = await withIndex(reportsOf(path, file), (engine) => judge(engine, file));
  sayJudgements(judgements, lastRun(path));
  rememberRun(path, judgements);
}

const reportsOf = (path: string, { meta }: Judged): string[] => meta.corpus.map(({ file }) => join(dirname(path), '..', 'reports', file));

async function withIndex<T>(
  files: readonly string[],
  work: (engine: Awaited<ReturnType<typeof openSqliteEngine>>) => Promise<T>,
): Promise<T> {
  const data = mkdtempSync(join(tmpdir(), 'suzhang-relevance-'));
  mkdirSync(data, { recursive: true });
  const engine = await openSqliteEngine({ path: indexIn(data) });
  try {
    const summary = await indexReports(files, { archive: openArchive(join(data, 'archive')), engine, data });
    if (summary.problems.length > 0) throw new Error(`not all judged reports could be read: ${JSON.stringify(summary.problems)}`);
    return await work(engine);
  } finally {
    await engine.close();
    rmSync(data, { recursive: true, force: true });
  }
}

const average = (values: readonly (number | null)[]): number => {
  const known = values.filter((value) => value !== null);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
};
const percent = (value: number | null): string => (value === null ? '–' : `${show(100 * value)} %`);

function sayJudgements(judgements: readonly Judgement[], before: ReadonlyMap<string, number>): void {
  say(
    `nDCG@10 ${percent(average(judgements.map(({ ndcg }) => ndcg)))} · recall@20 ${percent(average(judgements.map(({ recall }) => recall)))} · ${judgements.length} queries\n`,
  );
  const moved = ({ id, ndcg }: Judgement) => {
    const last = before.get(id);
    if (last === undefined || Math.abs(ndcg - last) < 0.0005) return '';
    return `${ndcg > last ? '↑' : '↓'} from ${percent(last)}`;
  };
  say(
    table(
      ['query', 'kind', 'text', 'nDCG@10', 'recall@20', 'since the last run'],
      judgements.map((one) => [
        one.id,
        one.kind,
        one.q.replaceAll('|', '\\|').slice(0, 40),
        percent(one.ndcg),
        percent(one.recall),
        moved(one),
      ]),
    ),
  );
  say(
    before.size === 0
      ? '\n(no earlier run to compare with)'
      : `\n${judgements.filter((one) => moved(one) !== '').length} moved since the last run`,
  );
}
