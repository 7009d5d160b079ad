import type { Command } from 'commander';
import { checkIndex } from '../../indexer/check-index.ts';
import { type Refreshed, refreshReports } from '../../indexer/refresh-reports.ts';
import { withWriteLock } from '../../indexer/write-lock.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { nameOf } from '../../src/archive/names.ts';
import type { Config } from '../../src/config.ts';
import { removeOtherIndexes } from '../../src/engine/open.ts';
import { ArchiveDamagedError, IndexDamagedError, NotFoundError } from '../../src/errors.ts';
import { listed } from '../doctor/finding.ts';
import { exitCodes } from '../exit-codes.ts';
import { currentGeneration, newGeneration, removeOtherGenerations, useGeneration } from '../generation.ts';
import { archiveOf, withGeneration } from '../house.ts';
import { duration, printJson, tell, withCommas } from '../output.ts';
import { openProgress } from '../progress.ts';
import { settingsOf, withSettings } from '../settings.ts';
import { stopSignal } from '../stop-signal.ts';

interface Rebuilt {
  readonly reports: number;
  readonly documents: number;
  readonly failed: readonly { readonly file: string; readonly message: string }[];
  readonly seconds: number;
}

/** suzhang rebuild: a new index from the archive alone, checked, then put in place of the old one. */
export function addRebuild(program: Command): void {
  const command = program
    .command('rebuild')
    .description('只凭档案重建索引：先建新的并核对，无误才替换旧的；旧索引损坏、丢失、版本不同时用')
    .option('--json', '以 JSON 给出结果');
  withSettings(command).action(async (flags: { json?: boolean }) => {
    const config = settingsOf(command);
    const rebuilt = await withWriteLock(config.data, '重建索引', () => rebuild(config));
    if (rebuilt === null) {
      tell('重建被人中止，旧索引没有动。');
      process.exitCode = exitCodes.interrupted;
      return;
    }
    if (flags.json) printJson(rebuilt);
    else
      tell(
        `索引已重建并核对：${withCommas(rebuilt.reports)} 份报告、${withCommas(rebuilt.documents)} 个段落与表格行，用时 ${duration(rebuilt.seconds)}。正在运行的服务会自己换用它。`,
      );
    for (const { file, message } of rebuilt.failed) tell(`未能重建：${file}：${message}`);
    process.exitCode = rebuilt.failed.length > 0 ? exitCodes.failed : exitCodes.ok;
  });
}

async function rebuild(config: Config): Promise<Rebuilt | null> {
  const startedAt = performance.now();
  const archive = archiveOf(config);
  const generation = newGeneration(new Date());
  const progress = openProgress();
  const stop = stopSignal(progress.note);
  try {
    await removeOtherGenerations(config.data);
    await removeOtherIndexes(config, [await currentGeneration(config.data)]);
    const refreshed = await withGeneration(config, generation, async (engine) => {
      const result = await refreshReports(null, {
        archive,
        engine,
        signal: stop.signal,
        onReport(record, done, of) {
          if (done === 1) progress.start(of);
          progress.step(done, nameOf(record));
        },
      });
      if (stop.signal.aborted) return null;
      refuseNothing(archive, result);
      const wrong = await checkIndex(engine, archive, result.reports);
      if (wrong.length > 0) throw new IndexDamagedError(`新建的索引未通过核对，旧索引没有动：${listed(wrong)}`);
      return result;
    });
    if (refreshed === null) return null;
    await useGeneration(config.data, generation);
    return {
      reports: refreshed.reports.length,
      documents: refreshed.reports.reduce((sum, report) => sum + report.passages + report.rows, 0),
      failed: failedOf(refreshed),
      seconds: (performance.now() - startedAt) / 1000,
    };
  } finally {
    await removeOtherGenerations(config.data);
    progress.end();
    stop.release();
  }
}

/** An index is never replaced by an empty one because the archive is damaged, or is not there. */
function refuseNothing(archive: Archive, { reports, failed, catalog, wanted }: Refreshed): void {
  if (reports.length > 0) return;
  const [first] = failedOf({ failed, catalog });
  if (first !== undefined) throw new ArchiveDamagedError(`没有一份报告能从档案重建，旧索引没有动。例如 ${first.file}：${first.message}`);
  if (wanted === 0)
    throw new NotFoundError(`档案 ${archive.folder} 中没有报告，无从重建，旧索引没有动。读入报告：npm run suzhang -- index <文件夹>`);
}

const failedOf = ({ failed, catalog }: Pick<Refreshed, 'failed' | 'catalog'>): Rebuilt['failed'] => [
  ...failed.map(({ record, error }) => ({ file: nameOf(record), message: error.message })),
  ...catalog.damaged,
];
