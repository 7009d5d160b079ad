import { UnreadableSourceError } from '../../src/errors.ts';
import { textReader } from './read-text.ts';
import type { ReadText, SourceReader } from './reader.ts';
import { type SourceFormat, sniff } from './sniff.ts';

/** Every reader there is. A new format adds a file and a line here. */
const readers: readonly SourceReader[] = [textReader];

/** Names all readers: what could not be read is tried again when this changes. */
export const readersName = readers.map((reader) => reader.name).join(' ');

/** Sources above this size are refused by name, without being read into memory. */
export const MOST_BYTES = 64 * 1024 * 1024;

const unreadable: Readonly<Partial<Record<SourceFormat, { readonly reason: string; readonly message: string }>>> = {
  empty: { reason: 'empty', message: '文件是空的。' },
  image: { reason: 'image', message: '这是一张图片，没有可读的文字。' },
  binary: { reason: 'binary', message: '这是程序或压缩文件，不是报告。' },
};

const formatNames: Readonly<Partial<Record<SourceFormat, string>>> = {
  pdf: 'PDF',
  html: '网页（HTML）',
  mhtml: '网页存档（MHTML）',
  docx: 'Word（docx）',
  xlsx: 'Excel（xlsx）',
  zip: '压缩包（zip）',
  'office-97': '旧版 Office（doc、xls）',
  rtf: 'RTF',
};

/** Reads a source by what its bytes are. Rejects with UnreadableSourceError. */
export async function readSource(bytes: Uint8Array): Promise<ReadText & { readonly reader: string }> {
  const format = sniff(bytes);
  const refusal = unreadable[format];
  if (refusal !== undefined) throw new UnreadableSourceError(refusal.reason, refusal.message);
  const reader = readers.find((each) => each.formats.includes(format));
  if (reader === undefined)
    throw new UnreadableSourceError('format-not-supported-yet', `内容是 ${formatNames[format] ?? format}，这种格式暂不支持。`);
  return { ...(await reader.read(bytes)), reader: reader.name };
}
