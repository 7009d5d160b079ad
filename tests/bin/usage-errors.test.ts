import { CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { usageError } from '../../bin/usage-errors.ts';

const said = (code: string, message: string) => usageError(new CommanderError(1, `commander.${code}`, `error: ${message}`));

test('says in plain words what is wrong with a command line, and what may have been meant', () => {
  expect(said('unknownOption', "unknown option '--jbos'\n(Did you mean --jobs?)")).toBe(
    '没有这个选项：--jbos（是不是 --jobs？）。用法见 --help。',
  );
  expect(said('missingArgument', "missing required argument 'path'")).toBe('缺少参数：path。用法见 --help。');
});

test('names what is allowed', () => {
  expect(said('invalidArgument', "option '--format <format>' argument value 'odd' is invalid. Allowed choices are csv, ndjson.")).toBe(
    '值不可用：--format <format> 只能是 csv, ndjson。用法见 --help。',
  );
  expect(said('invalidArgument', "option '--jobs <n>' argument value '0' is invalid. --jobs 应是 1 到 64 之间的整数。")).toBe(
    '值不可用：--jobs 应是 1 到 64 之间的整数。用法见 --help。',
  );
});

test('gives the words of commander where it knows none', () => {
  expect(said('odd', 'something else')).toBe('用法有误：error: something else。用法见 --help。');
});
