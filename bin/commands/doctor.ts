import { constants, existsSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { readersName } from '../../indexer/read/readers.ts';
import type { Config } from '../../src/config.ts';
import { diagnoseEngine } from '../../src/engine/open.ts';
import { exitCodes } from '../exit-codes.ts';
import { currentGeneration, generationFolder } from '../generation.ts';
import { archiveOf, missingReports, withEngine } from '../house.ts';
import { print, printJson } from '../output.ts';
import { settingsOf, withSettings } from '../settings.ts';
import { version } from '../version.ts';

/** One thing looked at. `fix`: what to do when it is not well. */
interface Finding {
  readonly what: string;
  readonly well: boolean;
  readonly says: string;
  readonly fix: string | null;
}

/** suzhang doctor: versions, disk, archive, index; what is missing and how to get it. Changes nothing. */
export function addDoctor(program: Command): void {
  const command = program
    .command('doctor')
    .description('检查版本、磁盘、档案与索引，说明缺什么、怎么补；不改动任何东西')
    .option('--json', '以 JSON 给出结果');
  withSettings(command).action(async (flags: { json?: boolean }) => {
    const findings: Finding[] = [];
    for (const look of [versions, folder, disk, archive, unread, index]) findings.push(await look(settingsOf(command)));
    findings.push(...(await server(settingsOf(command))));
    if (flags.json) printJson(findings);
    else
      for (const { what, well, says, fix } of findings)
        print(`${well ? '✓' : '✗'} ${what}：${says}${fix === null ? '' : `\n    → ${fix}`}`);
    process.exitCode = findings.every((finding) => finding.well) ? exitCodes.ok : exitCodes.failed;
  });
}

const well = (what: string, says: string): Finding => ({ what, well: true, says, fix: null });
const ill = (what: string, says: string, fix: string): Finding => ({ what, well: false, says, fix });
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const versions = async (): Promise<Finding> =>
  well('版本', `溯账 ${version}，Node ${process.versions.node}，SQLite ${process.versions.sqlite ?? '未知'}，读取器 ${readersName}`);

async function folder({ data }: Config): Promise<Finding> {
  if (!existsSync(data)) return well('数据文件夹', `${data} 尚未建立，首次索引时会建立`);
  try {
    await access(data, constants.R_OK | constants.W_OK | constants.X_OK);
    return well('数据文件夹', data);
  } catch (error) {
    return ill('数据文件夹', `${data} 无法读写：${wordsOf(error)}`, '请修改其权限，或用 --data 另指一个文件夹');
  }
}

/** Less than this is too little for a night of indexing. */
const LEAST_FREE = 1024 ** 3;

async function disk({ data }: Config): Promise<Finding> {
  let there = data;
  while (!existsSync(there)) there = dirname(there);
  const { bavail, bsize } = await statfs(there);
  const free = bavail * bsize;
  const says = `剩余 ${(free / 1024 ** 3).toFixed(1)} GB`;
  return free >= LEAST_FREE ? well('磁盘', says) : ill('磁盘', says, '请腾出至少 1 GB 空间');
}

async function archive(config: Config): Promise<Finding> {
  const { records, damaged } = await archiveOf(config).sources();
  if (damaged.length > 0)
    return ill('档案', `有 ${damaged.length} 条记录损坏：${damaged[0]?.file}`, '请从备份恢复，或删去该记录后重新索引原文件');
  return well('档案', `${records.length} 份报告`);
}

async function unread(config: Config): Promise<Finding> {
  const { records } = await archiveOf(config).unread();
  if (records.length === 0) return well('未读文件', '没有');
  const reasons = [...Map.groupBy(records, (entry) => entry.reason)].map(([reason, entries]) => `${reason} ${entries.length}`);
  return well('未读文件', `${records.length} 个（${reasons.join('，')}）；重试：suzhang index <文件夹> --retry-failed`);
}

/** What the engine needs beside the data folder. */
async function server(config: Config): Promise<readonly Finding[]> {
  const generation = await currentGeneration(config.data);
  return diagnoseEngine({ ...config, data: generationFolder(config.data, generation) });
}

async function index(config: Config): Promise<Finding> {
  if (!existsSync(config.data)) return well('索引', '尚未建立');
  try {
    return await withEngine(config, async (engine) => {
      const { kept, lost } = await missingReports(archiveOf(config), engine);
      const build = await engine.read(async (reader) => reader.build);
      if (lost.length > 0) return ill('索引', `档案中有 ${kept} 份报告，索引里缺 ${lost.length} 份`, '运行 npm run suzhang -- rebuild');
      return well('索引', `${engine.name}，${kept} 份报告，版本 ${build}`);
    });
  } catch (error) {
    return ill('索引', wordsOf(error), '运行 npm run suzhang -- rebuild');
  }
}
