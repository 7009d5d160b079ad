import type { Command } from 'commander';
import { InvalidInputError } from '../src/errors.ts';
import { listParameters, type SearchRequest, searchRequestSchema } from '../src/search/request.ts';

/** The parameters of GET /api/search as flags of a command. */
const singles = ['match', 'min', 'max', 'sort'] as const;

const help: Readonly<Record<(typeof listParameters)[number] | (typeof singles)[number], string>> = {
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
  match: '匹配：auto、literal、words、any',
  min: '金额下限，如 500万元',
  max: '金额上限',
  sort: '排序：relevance、-amount、amount、-year、year、source',
};

export type SearchFlags = Readonly<Record<string, string | string[] | boolean | undefined>>;

/** reportKind -> --report-kind */
const flagOf = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

export function withSearchFlags(command: Command): Command {
  const collect = (value: string, before: readonly string[] = []) => [...before, value];
  for (const name of listParameters) command.option(`${flagOf(name)} <值>`, help[name], collect);
  for (const name of singles) command.option(`${flagOf(name)} <值>`, help[name]);
  return command.option('--page <n>', '第几页').option('--size <n>', '每页几条，最多 100');
}

/** Throws InvalidInputError that names the flag. */
export function searchRequestOf(words: readonly string[], flags: SearchFlags): SearchRequest {
  const given = Object.fromEntries(
    [...listParameters, ...singles].flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]]])),
  );
  const numbers = Object.fromEntries(
    (['page', 'size'] as const).flatMap((name) => (flags[name] === undefined ? [] : [[name, Number(flags[name])]])),
  );
  const read = searchRequestSchema.safeParse({ ...given, ...numbers, q: words.join(' ') });
  if (read.success) return read.data;
  const problem = read.error.issues[0];
  const name = String(problem?.path[0] ?? '');
  throw new InvalidInputError(flagOf(name), `${flagOf(name)} 的值不可用：${problem?.message ?? ''}`, { cause: read.error });
}
