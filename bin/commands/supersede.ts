import type { Command } from 'commander';
import { refreshReports } from '../../indexer/refresh-reports.ts';
import { withWriteLock } from '../../indexer/write-lock.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { decided } from '../../src/archive/decided.ts';
import { reportIdOf } from '../../src/archive/names.ts';
import { InvalidInputError, NotFoundError } from '../../src/errors.ts';
import { archiveOf, withEngine } from '../house.ts';
import { printJson, tell } from '../output.ts';
import { someWords } from '../read-arguments.ts';
import { settingsOf, withSettings } from '../settings.ts';

interface Flags {
  readonly by?: string;
  readonly undo?: boolean;
  readonly reason: string;
  readonly json?: boolean;
}

/** Two reports of which one stands in the place of the other. */
interface Pair {
  readonly older: string;
  readonly newer: string;
}

/** suzhang supersede <id> --by <id>: a person says which of two reports is the later version. Both are still found; each names the other. */
export function addSupersede(program: Command): void {
  const command = program
    .command('supersede')
    .description('说明一份报告已被另一份（更正版）替代；两份都保留、都能检索，旧的会注明已有更正版')
    .argument('<id>', '旧报告的编号（16 位）')
    .option('--by <id>', '新报告的编号（16 位）')
    .option('--undo', '撤回先前的说明')
    .requiredOption('--reason <text>', '为什么（会记入档案）', someWords('--reason'))
    .option('--json', '以 JSON 给出结果');
  withSettings(command).action(async (id: string, flags: Flags) => {
    const config = settingsOf(command);
    const archive = archiveOf(config);
    await withWriteLock(config.data, '说明替代关系', () =>
      withEngine(config, async (engine) => {
        const pair = await pairOf(archive, id, flags);
        await decide(archive, pair, flags);
        const { failed } = await refreshReports([pair.older, pair.newer], { archive, engine });
        for (const { error } of failed) throw error;
        if (flags.json) printJson({ ...pair, superseded: !flags.undo });
        else tell(flags.undo ? `已撤回：${pair.older} 不再注明被 ${pair.newer} 替代。` : `已注明：${pair.older} 被 ${pair.newer} 替代。`);
      }),
    );
  });
}

/** Throws InvalidInputError where the two cannot stand so, NotFoundError where one is not there. */
async function pairOf(archive: Archive, id: string, { by, undo }: Flags): Promise<Pair> {
  const older = await knownId(archive, id);
  if (undo) {
    const newer = await supersededBy(archive, older);
    if (newer === null) throw new InvalidInputError('id', `报告 ${older} 没有注明被替代，无可撤回。`);
    return { older, newer };
  }
  if (by === undefined) throw new InvalidInputError('--by', '请用 --by 给出新报告的编号。');
  const newer = await knownId(archive, by);
  if (newer === older) throw new InvalidInputError('--by', `报告 ${older} 不能替代它自己。`);
  await refuseOthers(archive, { older, newer });
  for (let later: string | null = newer; later !== null; later = await supersededBy(archive, later))
    if (later === older) throw new InvalidInputError('--by', `报告 ${newer} 自己已被 ${older} 替代，不能互相替代。`);
  return { older, newer };
}

/** Each report has at most one that it replaces and one that replaces it: several versions stand in a row. */
async function refuseOthers(archive: Archive, { older, newer }: Pair): Promise<void> {
  const [{ supersededBy: later }, { supersedes: earlier }] = [
    decided(await archive.decisions(older)),
    decided(await archive.decisions(newer)),
  ];
  if (later !== null && later !== newer)
    throw new InvalidInputError(
      'id',
      `报告 ${older} 已注明被 ${later} 替代。要改，请先撤回：npm run suzhang -- supersede ${older} --undo --reason …`,
    );
  if (earlier !== null && earlier !== older)
    throw new InvalidInputError('--by', `报告 ${newer} 已注明替代 ${earlier}。几个旧版请依次相接：让 ${older} 被 ${earlier} 替代。`);
}

/** Said of the older first: where the second half fails, saying it again completes it. */
async function decide(archive: Archive, { older, newer }: Pair, { undo, reason }: Flags): Promise<void> {
  const said = { kind: 'supersession', at: new Date().toISOString(), reason } as const;
  await archive.decide(older, { ...said, set: { supersededBy: undo ? null : newer } });
  await archive.decide(newer, { ...said, set: { supersedes: undo ? null : older } });
}

async function knownId(archive: Archive, id: string): Promise<string> {
  const record = await archive.source(id);
  if (record === null) throw new NotFoundError(`没有编号为 ${id} 的报告。各报告的编号（16 位）见：npm run suzhang -- export --reports`);
  return reportIdOf(record.sha256);
}

const supersededBy = async (archive: Archive, id: string): Promise<string | null> => decided(await archive.decisions(id)).supersededBy;
