import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive, NewSource } from '../../src/archive/archive.ts';
import { sha256Of } from '../../src/archive/blobs.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { ArchiveDamagedError, NotFoundError } from '../../src/errors.ts';

let folder = '';
let archive: Archive;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archive-'));
  archive = openArchive(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = '2025-03-01T08:00:00.000Z';
function source(text: string, path = '云川/决算.txt'): NewSource {
  const bytes = Buffer.from(text);
  const reading = {
    reader: 'text/1',
    readAt: at,
    textSha256: sha256Of(text),
    characters: text.length,
    pages: null,
    textOrigin: 'native' as const,
    encoding: 'utf-8',
    issues: [],
  };
  return { sha256: sha256Of(bytes), bytes, file: { path, location: `/in/${path}`, firstSeen: at }, reading, text: { text, pages: null } };
}
const idOf = (next: NewSource) => next.sha256.slice(0, 16);
const pathOf = (kind: string, sha256: string, suffix: string) => join(folder, kind, sha256.slice(0, 2), `${sha256}${suffix}`);

describe('the archive', () => {
  it('gives back bytes and text as they were kept, by id and by whole hash', async () => {
    const next = source('\ufeff云川市财政局\r\n决算𠮷');
    await archive.keep(next);
    for (const id of [idOf(next), next.sha256]) {
      expect((await archive.original(id))?.name).toBe('决算.txt');
      expect(Buffer.from((await archive.original(id))?.bytes ?? []).equals(next.bytes)).toBe(true);
      expect(await archive.text(id)).toEqual(next.text);
    }
  });

  it('holds the same bytes under two names once, with two files', async () => {
    await archive.keep(source('同一份决算'));
    await archive.keep(source('同一份决算', '副本/决算（1）.txt'));
    await archive.keep(source('同一份决算'));
    const { records } = await archive.sources();
    expect(records.map((record) => record.files.map((file) => file.path))).toEqual([['云川/决算.txt', '副本/决算（1）.txt']]);
    expect(readdirSync(folder, { recursive: true }).filter((name) => /[0-9a-f]{64}$/.test(String(name)))).toHaveLength(1);
  });

  it('finds nothing where nothing was kept, and makes no folder for it', async () => {
    const nowhere = openArchive(join(folder, 'not-there'));
    expect(await nowhere.sources()).toEqual({ records: [], damaged: [] });
    expect(await nowhere.original('0123456789abcdef')).toBeNull();
    expect(await nowhere.source('../../etc/passwd')).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names a damaged record and goes on with the others', async () => {
    const [one, two] = [source('第一份'), source('第二份')];
    await archive.keep(one);
    await archive.keep(two);
    writeFileSync(pathOf('sources', one.sha256, '.json'), '{"version":1,');
    const listing = await archive.sources();
    expect(listing.records.map((record) => record.sha256)).toEqual([two.sha256]);
    expect(listing.damaged.map((damage) => damage.file)).toEqual([pathOf('sources', one.sha256, '.json')]);
    await expect(archive.source(idOf(one))).rejects.toThrow(ArchiveDamagedError);
  });

  it('notices that an original changed, and is whole again after it was kept again', async () => {
    const next = source('原件');
    await archive.keep(next);
    writeFileSync(pathOf('originals', next.sha256, ''), '被改过的原件');
    await expect(archive.original(idOf(next))).rejects.toThrow(ArchiveDamagedError);
    await archive.keep(next);
    expect(Buffer.from((await archive.original(idOf(next)))?.bytes ?? []).toString()).toBe('原件');
  });

  it('keeps every decision in order beside the source', async () => {
    const next = source('待更正');
    await archive.keep(next);
    await archive.decide(idOf(next), { kind: 'correction', at, reason: '封面有误', set: { year: 2023 } });
    await archive.decide(idOf(next), { kind: 'withdrawal', at, reason: '重复' });
    expect((await archive.decisions(idOf(next))).map((decision) => decision.kind)).toEqual(['correction', 'withdrawal']);
    await expect(archive.decide('0123456789abcdef', { kind: 'withdrawal', at, reason: '' })).rejects.toThrow(NotFoundError);
  });

  it('lists unread files by name until they are forgotten', async () => {
    const unread = (file: string) => ({
      version: 1 as const,
      file,
      location: `/in/${file}`,
      bytes: 3,
      mtimeMs: 1,
      sha256: null,
      reason: 'binary',
      message: '不是文本',
      readers: 'text/1',
      at,
    });
    for (const file of ['b.txt', 'a.txt']) await archive.keepUnread(unread(file));
    expect((await archive.unread()).records.map((entry) => entry.file)).toEqual(['a.txt', 'b.txt']);
    await archive.forgetUnread('/in/a.txt');
    expect((await archive.unread()).records.map((entry) => entry.file)).toEqual(['b.txt']);
  });
});
