import { type Command, Option } from 'commander';
import { z } from 'zod';
import { InvalidInputError } from '../src/errors.ts';
import { listParameters, matchModes, type SearchRequest, searchRequestSchema, sorts } from '../src/search/request.ts';
import { wholeNumber } from './read-arguments.ts';

/** The parameters of GET /api/search as flags of a command: lists, amounts, and those that take one of a few words. */
const bounds = ['min', 'max'] as const;
const choices = { match: matchModes, sort: sorts } as const;
const paging = ['page', 'size'] as const;
const singles = [...bounds, 'match', 'sort', ...paging] as const;

const help: Readonly<Record<(typeof listParameters)[number] | Exclude<(typeof singles)[number], (typeof paging)[number]>, string>> = {
  department: '部门全称；值前加 - 为排除，可重复',
  district: '区县',
  city: '市',
  year: '年度',
  reportKind: '决算 或 预算',
  scope: '口径：部门汇总、本级、单位',
  category: '章节',
  kind: '条目种类：passage、row、heading、header',
  table: '表名',
  code: '科目编码，含其下各级',
  report: '报告编号',
  match: '匹配层级',
  min: '金额下限，如 500万元',
  max: '金额上限',
  sort: '排序',
};

export type SearchFlags = Readonly<Record<string, string | string[] | number | boolean | undefined>>;

/** reportKind -> --report-kind */
const flagOf = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

export function withSearchFlags(command: Command): Command {
  const collect = (value: string, before: readonly string[] = []) => [...before, value];
  for (const name of listParameters) command.option(`${flagOf(name)} <值>`, help[name], collect);
  for (const name of bounds) command.option(`${flagOf(name)} <值>`, help[name]);
  for (const name of ['match', 'sort'] as const) command.addOption(new Option(`--${name} <值>`, help[name]).choices(choices[name]));
  return command;
}

/** Which part of the result is shown. */
export const withPages = (command: Command): Command =>
  command
    .option('--page <n>', '第几页', wholeNumber('--page', 1, 1_000_000_000))
    .option('--size <n>', '每页几条，1 到 100', wholeNumber('--size', 1, 100));

/** Throws InvalidInputError that names the flag. */
export function searchRequestOf(words: readonly string[], flags: SearchFlags): SearchRequest {
  const given = Object.fromEntries(
    [...listParameters, ...singles].flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]]])),
  );
  const read = searchRequestSchema.safeParse({ ...given, q: words.join(' ') }, { error: z.locales.zhCN().localeError });
  if (read.success) return read.data;
  const problem = read.error.issues[0];
  const name = String(problem?.path[0] ?? '');
  throw new InvalidInputError(flagOf(name), `${flagOf(name)} 的值不可用：${problem?.message ?? ''}`, { cause: read.error });
}
