import type { Command } from 'commander';
import { readersName } from '../../indexer/read/readers.ts';
import type { Config } from '../../src/config.ts';
import type { Diagnosis } from '../../src/engine/diagnosis.ts';
import { ill, well } from '../doctor/finding.ts';
import { lookAtIndex } from '../doctor/index.ts';
import { lookAtArchive, lookAtUnread } from '../doctor/kept.ts';
import { lookAtDisk, lookAtFolder } from '../doctor/place.ts';
import { exitCodes } from '../exit-codes.ts';
import { print, printJson } from '../output.ts';
import { settingsOf, withSettings } from '../settings.ts';
import { version } from '../version.ts';

/** Everything that is looked at, in this order. */
const looks: readonly (readonly [what: string, look: (config: Config) => Promise<Diagnosis | readonly Diagnosis[]>])[] = [
  ['版本', lookAtVersions],
  ['数据文件夹', lookAtFolder],
  ['磁盘', lookAtDisk],
  ['档案', lookAtArchive],
  ['未读文件', lookAtUnread],
  ['索引', lookAtIndex],
];

/** suzhang doctor: versions, disk, archive, index; what is missing or damaged and how to get it. Reads all of archive and index, changes nothing. */
export function addDoctor(program: Command): void {
  const command = program
    .command('doctor')
    .description('检查版本、磁盘、档案与索引，逐份核对，说明缺什么、坏了什么、怎么补；不改动任何东西')
    .option('--json', '以 JSON 给出结果');
  withSettings(command).action(async (flags: { json?: boolean }) => {
    const config = settingsOf(command);
    const findings: Diagnosis[] = [];
    for (const [what, look] of looks) {
      const found = [await look(config).catch((error: unknown) => unlooked(what, error))].flat();
      if (!flags.json) found.forEach(show);
      findings.push(...found);
    }
    if (flags.json) printJson(findings);
    process.exitCode = findings.every((finding) => finding.well) ? exitCodes.ok : exitCodes.failed;
  });
}

async function lookAtVersions(): Promise<Diagnosis> {
  return well('版本', `溯账 ${version}，Node ${process.versions.node}，SQLite ${process.versions.sqlite ?? '未知'}，读取器 ${readersName}`);
}

/** A look that was itself in the way of something, such as missing rights. */
const unlooked = (what: string, error: unknown): Diagnosis =>
  ill(what, error instanceof Error ? error.message : String(error), '请按所说的原因处理后再检查');

/** What to do is said once, where the finding does not say it itself. */
function show({ what, well: isWell, says, fix }: Diagnosis): void {
  print(`${isWell ? '✓' : '✗'} ${what}：${says}`);
  if (fix !== null && !says.includes(fix)) print(`    → ${fix}`);
}
