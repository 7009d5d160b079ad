import { z } from 'zod';
import { InvalidInputError } from './errors.ts';

const url = z.url({ protocol: /^https?$/ });
// 3000
const PORT = /^\d{1,5}$/;
// suzhang, dept-b
const MEILI_PREFIX = /^[a-z0-9][a-z0-9-]{0,39}$/;
const lastPort = 65_535;
const port = z
  .string()
  .regex(PORT)
  .transform((digits) => Number.parseInt(digits, 10))
  .refine((number) => number <= lastPort);

/** Every setting there is: its name in the environment, its name in `Config`, what it means, what is allowed. */
export const settings = {
  SUZHANG_DATA: { key: 'data', help: '数据文件夹：原文件、文本与索引', allowed: '文件夹', value: z.string().min(1).default('./data') },
  SUZHANG_ENGINE: {
    key: 'engine',
    help: '检索引擎',
    allowed: 'sqlite 或 meilisearch',
    value: z.enum(['sqlite', 'meilisearch']).default('sqlite'),
  },
  SUZHANG_MEILI_URL: { key: 'meiliUrl', help: 'Meilisearch 的地址', allowed: 'http(s) 网址', value: url.optional() },
  SUZHANG_MEILI_KEY: { key: 'meiliKey', help: 'Meilisearch 的密钥', allowed: '不为空的文字', value: z.string().min(1).optional() },
  SUZHANG_MEILI_PREFIX: {
    key: 'meiliPrefix',
    help: 'Meilisearch 上索引名的开头；几处安装共用一台服务器时各用各的',
    allowed: '小写字母、数字与连字符，至多 40 个',
    value: z.string().regex(MEILI_PREFIX).default('suzhang'),
  },
  SUZHANG_HOST: { key: 'host', help: '监听的地址', allowed: '主机名或 IP 地址', value: z.string().min(1).default('127.0.0.1') },
  SUZHANG_PORT: { key: 'port', help: '监听的端口，0 为任意空闲端口', allowed: `0 到 ${lastPort} 的整数`, value: port.default(3000) },
  SUZHANG_PUBLIC_URL: {
    key: 'publicUrl',
    help: '对外的网址（可带子路径），用于导出与引用中的链接',
    allowed: 'http(s) 网址',
    value: url.optional(),
  },
} as const;
export type SettingName = keyof typeof settings;

const schema = z.strictObject({
  SUZHANG_DATA: settings.SUZHANG_DATA.value,
  SUZHANG_ENGINE: settings.SUZHANG_ENGINE.value,
  SUZHANG_MEILI_URL: settings.SUZHANG_MEILI_URL.value,
  SUZHANG_MEILI_KEY: settings.SUZHANG_MEILI_KEY.value,
  SUZHANG_MEILI_PREFIX: settings.SUZHANG_MEILI_PREFIX.value,
  SUZHANG_HOST: settings.SUZHANG_HOST.value,
  SUZHANG_PORT: settings.SUZHANG_PORT.value,
  SUZHANG_PUBLIC_URL: settings.SUZHANG_PUBLIC_URL.value,
});

export interface Config {
  readonly data: string;
  readonly engine: 'sqlite' | 'meilisearch';
  readonly meiliUrl: string | null;
  readonly meiliKey: string | null;
  readonly meiliPrefix: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
}

const isSetting = (name: string): name is SettingName => name in settings;

/**
 * Reads settings from a record such as the environment. Names that don't begin with SUZHANG_ are none of ours; an empty value is none.
 * Throws InvalidInputError that names the setting, its value (never that of a key) and what is allowed.
 */
export function readConfig(given: Readonly<Record<string, string | undefined>>): Config {
  const ours = Object.entries(given).filter(([name, value]) => name.startsWith('SUZHANG_') && value !== undefined && value !== '');
  const unknown = ours.find(([name]) => !isSetting(name));
  if (unknown !== undefined) {
    throw new InvalidInputError(unknown[0], `没有名为 ${unknown[0]} 的设置；可用的设置：${Object.keys(settings).join('、')}`);
  }
  const read = schema.safeParse(Object.fromEntries(ours));
  if (!read.success) throw refusal(read.error, given);
  const value = read.data;
  if (value.SUZHANG_ENGINE === 'meilisearch' && value.SUZHANG_MEILI_URL === undefined) {
    throw new InvalidInputError(
      'SUZHANG_MEILI_URL',
      'SUZHANG_ENGINE 为 meilisearch 时，须设置 SUZHANG_MEILI_URL，如 http://127.0.0.1:7700',
    );
  }
  return {
    data: value.SUZHANG_DATA,
    engine: value.SUZHANG_ENGINE,
    meiliUrl: value.SUZHANG_MEILI_URL ?? null,
    meiliKey: value.SUZHANG_MEILI_KEY ?? null,
    meiliPrefix: value.SUZHANG_MEILI_PREFIX,
    host: value.SUZHANG_HOST,
    port: value.SUZHANG_PORT,
    publicUrl: value.SUZHANG_PUBLIC_URL ?? null,
  };
}

function refusal(error: z.ZodError, given: Readonly<Record<string, string | undefined>>): InvalidInputError {
  const name = String(error.issues[0]?.path[0] ?? '');
  const allowed = isSetting(name) ? settings[name].allowed : '';
  const shown = name === 'SUZHANG_MEILI_KEY' ? '' : `“${given[name] ?? ''}”`;
  return new InvalidInputError(name, `设置 ${name} 的值${shown}不可用，应为：${allowed}`, { cause: error });
}
