import { join } from 'node:path';
import { ArchiveDamagedError, NotFoundError } from '../errors.ts';
import type { Archive, NewSource } from './archive.ts';
import { openBlobs, sha256Of } from './blobs.ts';
import { openJsonRecords } from './json-records.ts';
import { nameOf } from './names.ts';
import { decisionsSchema, type SourceRecord, sourceRecordSchema, unreadSchema } from './record.ts';

const WHOLE_HASH = /^[0-9a-f]{64}$/;
const HASH_PREFIX = /^[0-9a-f]{16,63}$/;

/** An archive in a folder. Nothing is made before something is kept: looking into a folder that is not there finds nothing. */
export function openArchive(folder: string): Archive {
  const originals = openBlobs(join(folder, 'originals'), '');
  const texts = openBlobs(join(folder, 'texts'), '.txt');
  const sources = openJsonRecords(join(folder, 'sources'), sourceRecordSchema);
  const decisions = openJsonRecords(join(folder, 'decisions'), decisionsSchema);
  const unread = openJsonRecords(join(folder, 'unread'), unreadSchema);

  const keyOf = async (id: string): Promise<string | null> => {
    if (WHOLE_HASH.test(id)) return id;
    return HASH_PREFIX.test(id) ? sources.keyOf(id) : null;
  };
  const source = async (id: string): Promise<SourceRecord | null> => {
    const key = await keyOf(id);
    return key === null ? null : sources.read(key);
  };
  const known = async (id: string): Promise<SourceRecord> => {
    const record = await source(id);
    if (record === null) throw new NotFoundError(`没有编号为 ${id} 的报告。各报告的编号（16 位）见：npm run suzhang -- export --reports`);
    return record;
  };

  return {
    folder,
    source,
    sources: () => sources.list(),

    async keep(next) {
      const before = await sources.read(next.sha256);
      await originals.keep(next.sha256, next.bytes);
      await texts.keep(next.reading.textSha256, Buffer.from(next.text.text, 'utf8'));
      const record = merge(before, next);
      await sources.write(next.sha256, record);
      return record;
    },

    holds: ({ sha256, reading }) => originals.has(sha256) && texts.has(reading.textSha256),

    async original(id) {
      const record = await source(id);
      if (record === null) return null;
      const bytes = await originals.read(record.sha256);
      if (bytes === null) throw new ArchiveDamagedError(`档案中缺少原文件 ${record.sha256}（${nameOf(record)}）。请重新索引该文件。`);
      return { bytes, name: nameOf(record) };
    },

    async text(id) {
      const record = await source(id);
      if (record === null) return null;
      const bytes = await texts.read(record.reading.textSha256);
      if (bytes === null)
        throw new ArchiveDamagedError(`档案中缺少文本 ${record.reading.textSha256}（${nameOf(record)}）。请重新索引该文件。`);
      return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), pages: record.reading.pages };
    },

    async decisions(id) {
      const key = await keyOf(id);
      return key === null ? [] : ((await decisions.read(key))?.decisions ?? []);
    },

    async decide(id, decision) {
      const { sha256 } = await known(id);
      const before = (await decisions.read(sha256))?.decisions ?? [];
      await decisions.write(sha256, { version: 1, sha256, decisions: [...before, decision] });
    },

    async unread() {
      const { records, damaged } = await unread.list();
      return { records: records.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)), damaged };
    },
    keepUnread: (entry) => unread.write(sha256Of(entry.location), entry),
    forgetUnread: (location) => unread.remove(sha256Of(location)),
  };
}

function merge(before: SourceRecord | null, next: NewSource): SourceRecord {
  const files = before?.files ?? [];
  const known = files.some((file) => file.location === next.file.location);
  return {
    version: 1,
    sha256: next.sha256,
    bytes: next.bytes.length,
    files: known ? files : [...files, next.file],
    reading: next.reading,
  };
}
