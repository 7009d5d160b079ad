import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRoom, type Room, run } from './suzhang.ts';
import { writeReport } from './write-report.ts';

let room: Room;
const suzhang = (...args: string[]) => run([...args, '--data', room.path('data')]);
const reports = async () =>
  JSON.parse((await suzhang('export', '--reports')).out) as { id: string; file: string; year: number | null; status: string }[];

beforeAll(async () => {
  room = makeRoom();
  for (const number of [1, 2, 3]) room.put(`in/${number}.txt`, writeReport(number));
  await suzhang('index', room.path('in'));
});
afterAll(() => room.remove());

describe('suzhang', () => {
  it('has help for every sub-command', async () => {
    const help = (await run(['--help'])).out;
    for (const name of ['index', 'start', 'serve', 'search', 'remove', 'set', 'supersede', 'rebuild', 'export', 'doctor'])
      expect(help).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    expect((await run(['index', '--help'])).out).toContain('--retry-failed');
  });

  it('refuses unknown commands, flags and settings with exit code 2', async () => {
    for (const args of [
      ['indx'],
      ['search', '--no-such-flag'],
      ['search', 'a', '--sort', 'odd'],
      ['search', 'a', '--engine', 'odd'],
      ['index', 'x', '--jobs', '0'],
    ])
      expect([args, (await run(args)).code]).toEqual([args, 2]);
    expect((await run(['serch'])).err).toBe('没有这个命令：serch（是不是 search？）。用法见 --help。\n');
    expect((await run(['index', 'x', '--jobs', '0'])).err).toContain('--jobs 应是 1 到 64 之间的整数');
  });

  it('takes a setting from its flag before the environment', async () => {
    const environment = { SUZHANG_DATA: room.path('nowhere') };
    const ended = await run(['search', '"标记1号"', '--json', '--data', room.path('data')], { environment });
    expect(JSON.parse(ended.out).total).toBe(1);
  });

  it('keeps a correction over what was read, until it is taken back', async () => {
    const [first] = await reports();
    expect(
      JSON.parse((await suzhang('set', first?.id ?? '', '--year', '2019', '--kind', '预算', '--reason', '试', '--json')).out),
    ).toMatchObject({
      year: 2019,
      reportKind: '预算',
    });
    expect((await suzhang('index', room.path('in'), '--json')).code).toBe(0);
    expect((await reports()).find((report) => report.id === first?.id)?.year).toBe(2019);
    await suzhang('set', first?.id ?? '', '--year', '', '--kind', '', '--reason', '撤回');
    expect((await reports()).find((report) => report.id === first?.id)?.year).toBe(2023);
    expect((await suzhang('set', first?.id ?? '', '--year', 'twenty', '--reason', '试')).code).toBe(2);
    expect((await suzhang('set', '0123456789abcdef', '--year', '2020', '--reason', '试')).code).toBe(1);
  });

  it('removes a report for good, and brings it back when that is undone', async () => {
    const id = (await reports()).find((report) => report.file === '3.txt')?.id ?? '';
    await suzhang('remove', id, '--reason', '误收');
    expect((await reports()).map((report) => report.id)).not.toContain(id);
    expect(JSON.parse((await suzhang('index', room.path('in'), '--json')).out).counts).toMatchObject({ withdrawn: 1, added: 0 });
    await suzhang('remove', id, '--undo', '--reason', '核实无误');
    expect((await reports()).map((report) => report.id)).toContain(id);
  });

  it('exports every hit as CSV that spreadsheets open and as NDJSON', async () => {
    const csv = room.path('out.csv');
    const told = await suzhang('export', '"纾困贷款贴息"', '--out', csv);
    const lines = readFileSync(csv, 'utf8').split('\n');
    expect(lines[0]).toMatch(/^\ufeffhit,report,department,scope,year,kind,path,/);
    const ndjson = (await suzhang('export', '"纾困贷款贴息"', '--format', 'ndjson')).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const total = JSON.parse((await suzhang('search', '"纾困贷款贴息"', '--json')).out).total;
    expect(ndjson).toHaveLength(total);
    expect(told.err).toContain(`${total} 条`);
  });

  it('says that all is well with doctor', async () => {
    const ended = await suzhang('doctor', '--json');
    expect([ended.code, JSON.parse(ended.out).every((finding: { well: boolean }) => finding.well)]).toEqual([0, true]);
  });
});
