import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type Config, readConfig, type SettingName, settings } from '../src/config.ts';

/** Settings of every sub-command, and those of one that serves. */
const everywhere: readonly SettingName[] = [
  'SUZHANG_DATA',
  'SUZHANG_ENGINE',
  'SUZHANG_MEILI_URL',
  'SUZHANG_MEILI_KEY',
  'SUZHANG_MEILI_PREFIX',
];
const serving: readonly SettingName[] = ['SUZHANG_HOST', 'SUZHANG_PORT', 'SUZHANG_PUBLIC_URL'];

/** SUZHANG_MEILI_URL -> --meili-url <值> */
const optionOf = (name: SettingName): Option => {
  const { help, allowed, value } = settings[name];
  const { data: fallback } = value.safeParse(undefined);
  const flag = name.replace('SUZHANG_', '').toLowerCase().replaceAll('_', '-');
  return new Option(
    `--${flag} <值>`,
    `${help}（${allowed}${fallback === undefined ? '' : `，默认 ${fallback}`}；环境变量 ${name}）`,
  ).helpGroup('设置：');
};

/** Adds the flags of settings to a sub-command. */
export function withSettings(command: Command, kind: 'data' | 'serving' = 'data'): Command {
  for (const name of kind === 'serving' ? [...everywhere, ...serving] : everywhere) command.addOption(optionOf(name));
  return command;
}

/** The settings in force: flags, then the environment, then defaults. Throws InvalidInputError that names what is wrong. */
export function settingsOf(command: Command): Config {
  const given: Record<string, string | undefined> = { ...process.env };
  for (const name of [...everywhere, ...serving]) {
    const value: unknown = command.getOptionValue(optionOf(name).attributeName());
    if (typeof value === 'string') given[name] = value;
  }
  const config = readConfig(given);
  return { ...config, data: resolve(config.data) };
}
