import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeRoom, type Room, run, start } from './suzhang.ts';
import { writeReport } from './write-report.ts';

let room: Room;
beforeEach(async () => {
  room = makeRoom();
  for (const number of [1, 2, 3]) room.put(`in/${number}.txt`, writeReport(number));
  await index();
});
afterEach(() => room.remove());

const suzhang = (...args: string[]) => run([...args, '--data', room.path('data')]);
const index = () => suzhang('index', room.path('in'));
/** What doctor finds amiss, a line each. */
const amiss = async () => (await suzhang('doctor')).out.split('\n').filter((line) => line.startsWith('✗'));
/** The files of a part of the archive. */
const filesOf = (part: string) =>
  readdirSync(room.path('data', 'archive', part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('suzhang doctor', () => {
  it('makes nothing where nothing is', async () => {
    const ended = await run(['doctor', '--data', room.path('nowhere')]);
    expect([ended.code, existsSync(room.path('nowhere'))]).toEqual([0, false]);
    rmSync(room.path('data', 'index'), { recursive: true });
    expect(await amiss()).toEqual([expect.stringContaining('档案中有 3 份报告，而索引不在')]);
    expect(existsSync(room.path('data', 'index'))).toBe(false);
  });

  it('names a page of the index that is damaged, also where searches do not come by', async () => {
    const file = room.path('data', 'index', '1', 'index.sqlite');
    const page = 8192;
    const bytes = readFileSync(file);
    const pages = statSync(file).size / page;
    for (const at of [0.3, 0.5, 0.9]) bytes.fill(0xff, Math.floor(pages * at) * page, (Math.floor(pages * at) + 1) * page);
    writeFileSync(file, bytes);
    expect(await amiss()).toEqual([expect.stringMatching(/索引文件：.*已损坏.*rebuild/)]);
    expect((await suzhang('rebuild')).code).toBe(0);
    expect(await amiss()).toEqual([]);
  });

  it('names a report of which other bytes are stored than were written, though every page hangs together', async () => {
    const file = room.path('data', 'index', '1', 'index.sqlite');
    const bytes = readFileSync(file);
    const [written, other] = ['1002.02万元，用于第7批', '9999'].map((text) => Buffer.from(text, 'utf16le'));
    const at = bytes.indexOf(written ?? '');
    expect(at).toBeGreaterThan(0);
    bytes.set(other ?? [], at);
    writeFileSync(file, bytes);
    expect(await amiss()).toEqual([expect.stringMatching(/索引文件：.*1 份报告的内容与存入时不同.*rebuild/)]);
    expect((await suzhang('rebuild')).code).toBe(0);
    expect(await amiss()).toEqual([]);
  });

  it('names what is lost or damaged in the archive, and what it says to do helps', async () => {
    const [original = '', text = ''] = [filesOf('originals')[0], filesOf('texts').at(-1)];
    writeFileSync(original, 'odd');
    rmSync(text);
    expect((await amiss())[0]).toMatch(/有 2 处损坏.*originals.*缺少文本|有 2 处损坏.*缺少文本.*originals/);
    rmSync(original);
    expect((await index()).code).toBe(0);
    expect(await amiss()).toEqual([]);
  });

  it('tells of a report that the archive holds and the index does not', async () => {
    const [decided = ''] = filesOf('sources').map((path) => path.split('/').at(-1)?.slice(0, 16));
    await suzhang('remove', decided, '--reason', '误收');
    rmSync(room.path('data', 'archive', 'decisions'), { recursive: true });
    expect(await amiss()).toEqual([expect.stringContaining('档案中有 3 份报告，索引里缺 1 份')]);
  });

  it('takes reports on their way for no fault while somebody is indexing', async () => {
    for (const number of [4, 5, 6, 7]) room.put(`in/${number}.txt`, writeReport(number));
    const first = start(['index', room.path('in'), '--data', room.path('data')]);
    await first.said(/找到/);
    first.child.kill('SIGSTOP');
    const ended = await suzhang('doctor');
    const search = await suzhang('search', '"标记1号"', '--json');
    first.child.kill('SIGCONT');
    await first.ended;
    expect([ended.code, ended.out]).toEqual([0, expect.stringContaining(`进程号 ${first.child.pid}`)]);
    expect(search.code).toBe(0);
  });
});

describe('suzhang rebuild', () => {
  it('reads an original again whose text is lost, and replaces no index by an empty one', async () => {
    rmSync(filesOf('texts')[0] ?? '');
    expect((await suzhang('rebuild')).code).toBe(0);
    expect(filesOf('texts')).toHaveLength(3);
    for (const file of [...filesOf('texts'), ...filesOf('originals')]) rmSync(file);
    const ended = await suzhang('rebuild');
    expect([ended.code, ended.err]).toEqual([1, expect.stringContaining('旧索引没有动')]);
    rmSync(room.path('data', 'archive'), { recursive: true });
    expect((await suzhang('rebuild')).code).toBe(1);
    expect(JSON.parse((await suzhang('search', '"标记1号"', '--json')).out).total).toBe(1);
  });

  it('leaves the old index in use when the disk is full', async () => {
    room.put('in/9.txt', writeReport(9).repeat(40));
    await index();
    const ended = await run(['rebuild', '--data', room.path('data')], { before: "trap '' XFSZ; ulimit -f 400" });
    expect([ended.code, ended.err]).toEqual([1, expect.stringMatching(/磁盘|上限/)]);
    expect(await amiss()).toEqual([]);
  });
});
