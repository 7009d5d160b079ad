import type { Command } from 'commander';
import { readManifest } from '../../indexer/manifest.ts';
import { defaultJobs } from '../../indexer/prepare-pool.ts';
import { isWhole } from '../../indexer/summary.ts';
import { exitCodes } from '../exit-codes.ts';
import { printJson } from '../output.ts';
import { seconds, wholeNumber } from '../read-arguments.ts';
import { runIndex, tellSummary } from '../run-index.ts';
import { settingsOf, withSettings } from '../settings.ts';

interface Flags {
  readonly manifest?: string;
  readonly dryRun?: boolean;
  readonly retryFailed?: boolean;
  readonly jobs?: number;
  readonly fileTimeout?: number;
  readonly json?: boolean;
}

/** suzhang index <path…> */
export function addIndex(program: Command): void {
  const command = program
    .command('index')
    .description('读入报告（文件或文件夹），放进档案与索引；未变的文件会跳过')
    .argument('<path...>', '文件或文件夹，可以有多个')
    .option('--manifest <csv>', '来源清单：file,source_url,publisher,published_at,retrieved_at')
    .option('--dry-run', '只看会做什么，不写入任何东西')
    .option('--retry-failed', '上次已知无法读取的文件也再试一次')
    .option('--jobs <n>', `同时处理的文件数，1 到 64（默认 ${defaultJobs()}）`, wholeNumber('--jobs', 1, 64))
    .option('--file-timeout <seconds>', '一个文件最多用多少秒（默认 600）', seconds('--file-timeout'))
    .option('--json', '以 JSON 给出结果');
  withSettings(command).action(async (paths: string[], flags: Flags) => {
    const summary = await runIndex(settingsOf(command), paths, {
      manifest: flags.manifest === undefined ? null : await readManifest(flags.manifest),
      retryFailed: flags.retryFailed ?? false,
      dryRun: flags.dryRun ?? false,
      ...(flags.jobs === undefined ? {} : { jobs: flags.jobs }),
      ...(flags.fileTimeout === undefined ? {} : { fileTimeoutMs: flags.fileTimeout * 1000 }),
    });
    if (flags.json) printJson(summary);
    else tellSummary(summary, flags.dryRun ?? false);
    process.exitCode = summary.interrupted ? exitCodes.interrupted : isWhole(summary) ? exitCodes.ok : exitCodes.failed;
  });
}
