import type { Command } from 'commander';
import { refreshReports } from '../../indexer/refresh-reports.ts';
import { withWriteLock } from '../../indexer/write-lock.ts';
import { type Correction, correctionSchema } from '../../src/archive/record.ts';
import type { Config } from '../../src/config.ts';
import { InvalidInputError, NotFoundError } from '../../src/errors.ts';
import { type Report, summarise } from '../../src/model/report.ts';
import { archiveOf, withEngine } from '../house.ts';
import { printJson, tell } from '../output.ts';
import { someWords } from '../read-arguments.ts';
import { settingsOf, withSettings } from '../settings.ts';

/** Flags of the fields a person may correct, what each is called, and what may be given. An empty value takes an earlier correction back. */
const fields = [
  ['title', 'title', '标题', '标题'],
  ['department', 'department', '部门', '部门全称，含地名'],
  ['district', 'district', '区县', '区或县'],
  ['city', 'city', '市', '市'],
  ['year', 'year', '年度', '年度，1949 到 2200'],
  ['kind', 'reportKind', '报告类型', '决算 或 预算'],
  ['scope', 'scope', '口径', '部门汇总、本级 或 单位'],
] as const;

// 2023
const YEAR = /^\d{4}$/;

type Flags = { readonly [flag in (typeof fields)[number][0]]?: string } & { readonly reason: string; readonly json?: boolean };

/** suzhang set <id>: a person's correction, kept in the archive over whatever a reader says, now and after every rebuild. */
export function addSet(program: Command): void {
  const command = program
    .command('set')
    .description('更正一份报告的部门、年度等；更正与理由记入档案，重建索引后仍然有效。值为空（如 --year ""）即撤回更正')
    .argument('<id>', '报告编号（16 位）');
  for (const [flag, , , help] of fields) command.option(`--${flag} <值>`, help);
  command.requiredOption('--reason <text>', '为什么更正（会记入档案）', someWords('--reason')).option('--json', '以 JSON 给出更正后的报告');
  withSettings(command).action(async (id: string, flags: Flags) => {
    const config = settingsOf(command);
    const set = readCorrection(flags);
    const report = await withWriteLock(config.data, '更正报告', () => correct(config, id, set, flags.reason));
    if (flags.json) printJson(summarise(report));
    else
      tell(
        `已更正 ${report.file}：${Object.keys(set)
          .map((field) => labelOf(field))
          .join('、')}。`,
      );
  });
}

const labelOf = (field: string): string => fields.find(([, name]) => name === field)?.[2] ?? field;

async function correct(config: Config, id: string, set: Correction, reason: string): Promise<Report> {
  const archive = archiveOf(config);
  return withEngine(config, async (engine) => {
    await archive.decide(id, { kind: 'correction', at: new Date().toISOString(), reason, set });
    const { reports, failed } = await refreshReports([id], { archive, engine });
    for (const { error } of failed) throw error;
    const [report] = reports;
    if (report === undefined) throw new NotFoundError(`更正已记入档案，但报告 ${id} 已被移除，检索不到。`);
    return report;
  });
}

function readCorrection(flags: Flags): Correction {
  const set: Record<string, unknown> = {};
  for (const [flag, field, , allowed] of fields) {
    const value = flags[flag];
    if (value === undefined) continue;
    set[field] = value === '' ? null : field === 'year' && YEAR.test(value) ? Number(value) : value.trim();
    const read = correctionSchema.safeParse({ [field]: set[field] });
    if (!read.success)
      throw new InvalidInputError(`--${flag}`, `--${flag} 的值“${value}”不可用，应为：${allowed}。`, { cause: read.error });
  }
  if (Object.keys(set).length === 0)
    throw new InvalidInputError('set', `请至少给出一项更正：${fields.map(([flag]) => `--${flag}`).join('、')}。`);
  return correctionSchema.parse(set);
}
