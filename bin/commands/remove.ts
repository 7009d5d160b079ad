import type { Command } from 'commander';
import { refreshReports } from '../../indexer/refresh-reports.ts';
import { withWriteLock } from '../../indexer/write-lock.ts';
import { nameOf, reportIdOf, textKeyOf } from '../../src/archive/names.ts';
import type { SourceRecord } from '../../src/archive/record.ts';
import { archiveOf, withEngine } from '../house.ts';
import { printJson, tell } from '../output.ts';
import { someWords } from '../read-arguments.ts';
import { settingsOf, withSettings } from '../settings.ts';

interface Flags {
  readonly reason: string;
  readonly undo?: boolean;
  readonly json?: boolean;
}

/** suzhang remove <id>: a report is no longer found. Its original stays in the archive, and indexing its file again does not bring it back. */
export function addRemove(program: Command): void {
  const command = program
    .command('remove')
    .description('把一份报告移出检索；原文件与移除的理由留在档案里，之后再索引也不会回来')
    .argument('<id>', '报告编号（16 位）')
    .requiredOption('--reason <text>', '为什么移除（会记入档案）', someWords('--reason'))
    .option('--undo', '撤回先前的移除')
    .option('--json', '以 JSON 给出结果');
  withSettings(command).action(async (id: string, flags: Flags) => {
    const config = settingsOf(command);
    const archive = archiveOf(config);
    await withWriteLock(config.data, flags.undo ? '恢复报告' : '移除报告', () =>
      withEngine(config, async (engine) => {
        const kind = flags.undo ? 'restoration' : 'withdrawal';
        await archive.decide(id, { kind, at: new Date().toISOString(), reason: flags.reason });
        const { records } = await archive.sources();
        const record = records.find((each) => each.sha256.startsWith(id));
        if (record === undefined) return;
        if (!flags.undo) await engine.removeReport(reportIdOf(record.sha256));
        const refreshed = await refreshReports(flags.undo ? [id, ...twins(records, record)] : twins(records, record), { archive, engine });
        for (const { error } of refreshed.failed) throw error;
        if (flags.json) printJson({ id: reportIdOf(record.sha256), removed: !flags.undo });
        else
          tell(
            flags.undo ? `已恢复：${nameOf(record)}` : `已移除：${nameOf(record)}。撤回：npm run suzhang -- remove ${id} --undo --reason …`,
          );
      }),
    );
  });
}

/** Reports that name this one as having the same text. */
const twins = (records: readonly SourceRecord[], record: SourceRecord): string[] =>
  records.filter((each) => each !== record && textKeyOf(each) === textKeyOf(record)).map((each) => each.sha256);
