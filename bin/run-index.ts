import { type IndexOptions, indexReports } from '../indexer/index-reports.ts';
import type { Outcome } from '../indexer/outcome.ts';
import type { IndexSummary } from '../indexer/summary.ts';
import { withWriteLock } from '../indexer/write-lock.ts';
import type { Config } from '../src/config.ts';
import { archiveOf, withEngine } from './house.ts';
import { duration, tell, withCommas } from './output.ts';
import { openProgress, type Progress } from './progress.ts';
import { stopSignal } from './stop-signal.ts';
import { tellReading } from './tell-reading.ts';

export type IndexChoices = Pick<IndexOptions, 'manifest' | 'retryFailed' | 'jobs' | 'fileTimeoutMs'> & { readonly dryRun?: boolean };

/** Indexes with progress shown, Ctrl-C heeded and nobody else writing. Rejects with BusyError when somebody is. */
export async function runIndex(config: Config, paths: readonly string[], choices: IndexChoices): Promise<IndexSummary> {
  const { dryRun, ...options } = choices;
  const progress = openProgress();
  const stop = stopSignal(progress.note);
  const common = { ...options, archive: archiveOf(config), data: config.data, signal: stop.signal, onEvent: shower(progress) };
  try {
    if (dryRun) return await indexReports(paths, { ...common, engine: null });
    return await withWriteLock(config.data, '索引', () => indexInto(config, paths, common));
  } finally {
    progress.end();
    stop.release();
  }
}

/** What was done is told also where the engine cannot be closed well afterwards: away, or no room. */
async function indexInto(config: Config, paths: readonly string[], options: Omit<IndexOptions, 'engine'>): Promise<IndexSummary> {
  const done: { summary?: IndexSummary } = {};
  try {
    return await withEngine(config, async (engine) => {
      done.summary = await indexReports(paths, { ...options, engine });
      return done.summary;
    });
  } catch (error) {
    if (done.summary === undefined) throw error;
    done.summary.stopped ??= error instanceof Error ? error.message : String(error);
    return done.summary;
  }
}

function shower(progress: Progress): NonNullable<IndexOptions['onEvent']> {
  return (event) => {
    if (event.kind === 'found') {
      tell(`找到 ${withCommas(event.files)} 个文件${event.ignored > 0 ? `，另有 ${event.ignored} 个不是报告格式，不读` : ''}。`);
      progress.start(event.files);
      return;
    }
    const { status, message, known } = event.outcome;
    if ((status === 'failed' || status === 'unreadable') && !known) progress.note(`  ✗ ${event.file.path}：${message}`);
    progress.step(event.done, event.file.path);
  };
}

const names: readonly (readonly [Outcome['status'], string])[] = [
  ['added', '新增'],
  ['updated', '更新'],
  ['unchanged', '未变'],
  ['duplicate', '内容相同的文件'],
  ['withdrawn', '已移除'],
  ['unreadable', '无法读取'],
  ['failed', '失败'],
  ['ignored', '不是报告格式'],
];

/** The summary in a few plain lines. */
export function tellSummary(summary: IndexSummary, dryRun: boolean): void {
  const counts = names
    .filter(([status]) => summary.counts[status] > 0)
    .map(([status, name]) => `${name} ${withCommas(summary.counts[status])}`);
  tell(`${dryRun ? '试运行（什么都没有写入）：' : ''}${counts.join('，') || '没有文件'}。用时 ${duration(summary.seconds)}。`);
  tellReading(summary.reports);
  if (summary.characters > 0)
    tell(
      `读入 ${withCommas(summary.passages)} 个段落、${withCommas(summary.rows)} 个表格行、${withCommas(summary.facts)} 条事实，存疑 ${withCommas(summary.issues)} 处。`,
    );
  if (summary.knownUnreadable > 0) tell(`其中 ${summary.knownUnreadable} 个文件上次已知无法读取，没有重试；要重试请加 --retry-failed。`);
  for (const { file, message } of summary.damaged) tell(`档案记录损坏：${file}。${message}`);
  for (const line of summary.unusedManifestLines) tell(`来源清单中的 ${line} 没有对应的文件。`);
  if (summary.stopped !== null) tell(`索引中途停止：${summary.stopped}`);
  if (summary.interrupted) tell('索引被人中止。');
  if (summary.stopped !== null || summary.interrupted) tell('已完成的都已保存，再运行一次即从余下的文件继续。');
  if (summary.ledger !== null) tell(`运行记录：${summary.ledger}`);
}
