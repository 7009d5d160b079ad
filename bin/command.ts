import { CommanderError, program } from 'commander';
import { systemReasonOf } from '../indexer/system-reasons.ts';
import { SuzhangError } from '../src/errors.ts';
import { addDoctor } from './commands/doctor.ts';
import { addExport } from './commands/export.ts';
import { addIndex } from './commands/index.ts';
import { addRebuild } from './commands/rebuild.ts';
import { addRemove } from './commands/remove.ts';
import { addSearch } from './commands/search.ts';
import { addServe } from './commands/serve.ts';
import { addSet } from './commands/set.ts';
import { addStart } from './commands/start.ts';
import { addSupersede } from './commands/supersede.ts';
import { describeOption } from './describe-option.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { printJson, tell } from './output.ts';
import { explainSystem } from './system-errors.ts';
import { usageError } from './usage-errors.ts';
import { version } from './version.ts';

/** The command `suzhang`: one sub-command a file in commands/. */
program
  .name('suzhang')
  .description('溯账：在政府决算与预算报告中查找，每一处都能回到原文')
  .version(version, '-V, --version', '显示版本')
  .helpCommand('help [command]', '显示某个命令的帮助')
  .addHelpText(
    'after',
    '\n退出码：0 完成；1 有文件失败或出错；2 用法有误；3 另一个进程正在写入；4 索引需要重建（suzhang rebuild）；130 被人中止。',
  );

for (const add of [addStart, addIndex, addServe, addSearch, addRemove, addSet, addSupersede, addRebuild, addExport, addDoctor])
  add(program);
const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};
for (const command of [program, ...program.commands])
  command
    .helpOption('-h, --help', '显示帮助')
    .configureHelp({ styleTitle: (title) => titles[title] ?? title, optionDescription: describeOption })
    .configureOutput({ outputError: () => undefined })
    .exitOverride();

// Nobody takes the answer any more (`suzhang search … | head`): there is nothing left to do. What goes on beside it goes on unheard.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.ok);
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

/** Says in plain words what went wrong; what nobody foresaw is shown with its stack, for a report. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.ok;
    // Without a sub-command: what there is was shown already.
    if (error.code !== 'commander.help') answerError('invalid-input', usageError(error));
    return exitCodes.usage;
  }
  const system = systemReasonOf(error);
  if (error instanceof SuzhangError) answerError(error.kind, error.message);
  else if (system !== null) answerError(system.reason, explainSystem(error, system));
  else answerError('unexpected', `程序出错，请把以下内容告诉我们：\n${error instanceof Error ? error.stack : String(error)}`);
  return exitCodeOf(error);
}

/** Told on stderr, and for programs on stdout too. */
function answerError(kind: string, message: string): void {
  if (process.argv.includes('--json')) printJson({ error: { kind, message } });
  tell(message);
}
