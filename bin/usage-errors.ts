import type { CommanderError } from 'commander';

/** What a wrong command line is told, by commander's codes. */
const words: Readonly<Record<string, string>> = {
  'commander.unknownCommand': '没有这个命令',
  'commander.unknownOption': '没有这个选项',
  'commander.missingArgument': '缺少参数',
  'commander.optionMissingArgument': '选项缺少值',
  'commander.missingMandatoryOptionValue': '缺少必须给出的选项',
  'commander.invalidArgument': '值不可用',
  'commander.excessArguments': '参数过多',
};

// error: unknown option '--jbos'
const QUOTED = /'([^']+)'/;
// (Did you mean --jobs?)
const MEANT = /\(Did you mean (?:one of )?([^?)]+)\?\)/;

// error: option '--format <format>' argument value 'odd' is invalid. Allowed choices are csv, ndjson, atom.
const CHOICES = /Allowed choices are (.+?)\.$/;
// error: option '--jobs <n>' argument value '0' is invalid. --jobs 应是 1 到 64 之间的整数。
const OWN_WORDS = /is invalid\. (.+?)。?$/;

/** One line in plain words: what is wrong, with what was typed, what may have been meant, where help is. */
export function usageError({ code, message }: CommanderError): string {
  const meant = MEANT.exec(message)?.[1];
  return `${words[code] ?? '用法有误'}：${whatOf(message)}${meant === undefined ? '' : `（是不是 ${meant}？）`}。用法见 --help。`;
}

function whatOf(message: string): string {
  const typed = QUOTED.exec(message)?.[1] ?? message;
  const choices = CHOICES.exec(message)?.[1];
  return choices === undefined ? (OWN_WORDS.exec(message)?.[1] ?? typed) : `${typed} 只能是 ${choices}`;
}
