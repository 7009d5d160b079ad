import { mkdirSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeRoom, type Room, run } from './suzhang.ts';
import { writeReport } from './write-report.ts';

let room: Room;
beforeEach(() => {
  room = makeRoom();
});
afterEach(() => room.remove());

const data = () => ['--data', room.path('data')];
/** Files written this moment may change again unnoticed: tests that count on "unchanged" make them old. */
const putOld = (name: string, content: string | Uint8Array) => {
  const path = room.put(name, content);
  utimesSync(path, new Date('2025-01-01'), new Date('2025-01-01'));
  return path;
};
const index = async (...more: string[]) => {
  const ended = await run(['index', room.path('in'), ...data(), '--json', ...more]);
  return { ...ended, summary: JSON.parse(ended.out) };
};
const search = async (query: string) => JSON.parse((await run(['search', query, '--json', ...data()])).out);

describe('suzhang index', () => {
  it('reads a folder, names what it cannot read, and keeps the rest', async () => {
    putOld('in/a.txt', writeReport(1));
    putOld('in/deep/b.txt', writeReport(2));
    putOld('in/empty.txt', '');
    putOld('in/nul.txt', Buffer.alloc(3000));
    putOld('in/page.txt', '<!doctype html><p>云川市</p>');
    putOld('in/README.md', '# 说明');
    const first = await index();
    expect(first.code).toBe(1);
    expect(first.summary.counts).toMatchObject({ added: 2, unreadable: 3, ignored: 1, failed: 0 });
    expect(first.err).toContain('in/empty.txt：文件是空的');
    expect((await search('"标记2号"')).total).toBe(1);

    const second = await index();
    expect(second.code).toBe(0);
    expect(second.summary.counts).toMatchObject({ added: 0, unchanged: 2, unreadable: 3 });
    expect(second.summary.knownUnreadable).toBe(3);
    expect((await index('--retry-failed')).code).toBe(1);

    const ledgers = readdirSync(room.path('data', 'runs')).sort();
    const lines = readFileSync(room.path('data', 'runs', ledgers[0] ?? ''), 'utf8')
      .trim()
      .split('\n');
    expect(ledgers).toHaveLength(3);
    expect(lines.map((line) => JSON.parse(line)).filter((line) => line.kind === 'file').length).toBe(6);
  });

  it('takes the same bytes under two names as one report with two files, and names the same text in two reports', async () => {
    const text = writeReport(1);
    putOld('in/a.txt', text);
    await index();
    putOld('in/b.txt', text);
    putOld('in/c.txt', Buffer.from(`\ufeff${text}`, 'utf16le'));
    putOld('in/d.txt', Buffer.from(`\ufeff${text}`));
    const { summary } = await index();
    expect(summary.counts).toMatchObject({ unchanged: 1, duplicate: 1, added: 2 });
    expect(summary.reports.map((report: { file: string }) => report.file).sort()).toEqual(['in/c.txt', 'in/d.txt']);
    const files = JSON.parse((await run(['export', '--reports', ...data()])).out) as { files: { path: string }[]; sameTextAs: string[] }[];
    expect(files.map((report) => report.files.length).sort()).toEqual([1, 1, 2]);
    expect(files.map((report) => report.sameTextAs.length)).toEqual([2, 2, 2]);
  });

  it('says of changed bytes at the same place that a person must decide', async () => {
    putOld('in/a.txt', writeReport(1));
    await index();
    putOld('in/a.txt', writeReport(3));
    utimesSync(room.path('in/a.txt'), new Date('2025-02-01'), new Date('2025-02-01'));
    expect((await index()).summary.counts).toMatchObject({ added: 1 });
    const reports = JSON.parse((await run(['export', '--reports', ...data()])).out) as { issues: { kind: string }[] }[];
    expect(reports.flatMap((report) => report.issues).filter((issue) => issue.kind === 'file-changed').length).toBeGreaterThan(0);
    expect((await search('"标记1号"')).total + (await search('"标记3号"')).total).toBe(2);

    const idOf = async (query: string) => (await search(query)).hits[0].report.id as string;
    const [older, newer] = [await idOf('"标记1号"'), await idOf('"标记3号"')];
    const supersede = (...args: string[]) => run(['supersede', ...args, '--reason', '官网更正', ...data()]);
    expect((await supersede(older, '--by', newer)).code).toBe(0);
    expect((await supersede(newer, '--by', older)).code).toBe(2);
    const decidedReports = JSON.parse((await run(['export', '--reports', ...data()])).out) as Record<string, unknown>[];
    expect(decidedReports.find(({ id }) => id === older)).toMatchObject({ status: 'superseded', supersededBy: newer, supersedes: null });
    expect(decidedReports.find(({ id }) => id === newer)).toMatchObject({ status: 'current', supersededBy: null, supersedes: older });
    expect(JSON.stringify(decidedReports)).not.toContain('file-changed');
    expect((await supersede(older, '--undo')).code).toBe(0);
    expect((await run(['export', '--reports', ...data()])).out).not.toContain('superseded"');
  });

  it('writes nothing on a dry run', async () => {
    putOld('in/a.txt', writeReport(1));
    putOld('in/same.txt', writeReport(1));
    const { summary, code } = await index('--dry-run');
    expect(code).toBe(0);
    expect(summary.counts).toMatchObject({ added: 1, duplicate: 1 });
    expect(readdirSync(room.path())).toEqual(['in']);
  });

  it('ends a file that takes too long and names it', async () => {
    putOld('in/a.txt', writeReport(1));
    const { summary, err } = await index('--file-timeout', '0.001');
    expect(summary.problems).toMatchObject([{ reason: 'too-slow' }]);
    expect(err).toContain('--retry-failed');
    expect((await index('--retry-failed')).summary.counts.added).toBe(1);
  });

  it('keeps where a source comes from, as a manifest says', async () => {
    putOld('in/a.txt', writeReport(1));
    await index();
    const manifest = room.put('sources.csv', '\ufefffile,source_url,publisher\nin/a.txt,https://example.org/a,云川市财政局\nin/b.txt,,\n');
    const { summary } = await index('--manifest', manifest);
    expect(summary.counts.updated).toBe(1);
    expect(summary.unusedManifestLines).toEqual(['in/b.txt']);
    const [report] = JSON.parse((await run(['export', '--reports', ...data()])).out);
    expect(report.provenance).toMatchObject({ sourceUrl: 'https://example.org/a', publisher: '云川市财政局', retrievedAt: null });
    expect((await index('--manifest', manifest)).summary.counts.unchanged).toBe(1);
  });

  it('names a place that is not there and goes on', async () => {
    putOld('in/a.txt', writeReport(1));
    const ended = await run(['index', room.path('nowhere'), room.path('in'), ...data(), '--json']);
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.out)).toMatchObject({ counts: { added: 1, failed: 1 }, problems: [{ file: 'nowhere', reason: 'gone' }] });
  });

  it('refuses to write where a file stands in the place of its folder', async () => {
    putOld('in/a.txt', writeReport(1));
    room.put('data', 'no folder');
    const ended = await run(['index', room.path('in'), ...data()]);
    expect(ended.code).not.toBe(0);
    expect(ended.err).toContain(room.path('data'));
    expect(ended.err).not.toContain('    at ');
  });

  it('refuses a file over 64 MB by name and reads a line of 60 MB', async () => {
    mkdirSync(room.path('in'));
    putOld('in/over.txt', Buffer.alloc(64 * 1024 * 1024 + 1, '财'));
    putOld('in/line.txt', Buffer.concat([Buffer.from('云川市财政局2023年度部门决算'), Buffer.alloc(60_000_000, '支出决算为一万元，')]));
    const { summary } = await index();
    expect(summary.problems).toMatchObject([{ file: 'in/over.txt', reason: 'too-large' }]);
    expect(summary.counts.added).toBe(1);
  }, 600_000);
});
