import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settings } from '../../src/config.ts';
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
    const alone = await run([]);
    expect([alone.code, alone.err]).toEqual([2, help]);
  });

  it('has a flag for every setting, with its default in the help', async () => {
    const help = (await run(['serve', '--help'])).out.replace(/\s+/g, '');
    for (const name of Object.keys(settings)) expect(help).toContain(`环境变量${name}`);
    expect(help).toContain('默认./data');
    expect((await run(['serve', '--meili-prefix', 'A B'])).err).toContain('SUZHANG_MEILI_PREFIX');
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
    expect((await run(['search', 'a', '--size', '0'])).err).toContain('--size 应是 1 到 100 之间的整数');
    expect(JSON.parse((await run(['search', 'a', '--json', '--jsno'])).out)).toMatchObject({ error: { kind: 'invalid-input' } });
    expect((await run(['index', 'x', '--manifest', room.path('none.csv')])).err).toContain('找不到这个文件');
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
    expect((await suzhang('set', first?.id ?? '', '--year', '2020', '--reason', '试')).err).toMatch(/^已更正 .*：年度。$/m);
    await suzhang('set', first?.id ?? '', '--year', '', '--reason', '撤回');
    expect((await suzhang('set', first?.id ?? '', '--year', '1800', '--reason', '试')).err).toContain('1949 到 2200');
    expect((await suzhang('set', first?.id ?? '', '--city', ' ', '--reason', '试')).code).toBe(2);
    expect((await suzhang('set', first?.id ?? '', '--city', '云川市', '--reason', ' ')).code).toBe(2);
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

  it('keeps each report in one row of versions', async () => {
    const [one = '', two = '', three = ''] = (await reports()).map(({ id }) => id);
    const supersede = (...args: string[]) => suzhang('supersede', ...args, '--reason', '更正');
    expect((await supersede(one, '--by', one)).code).toBe(2);
    expect((await supersede(one, '--by', two)).code).toBe(0);
    expect((await supersede(one, '--by', three)).err).toContain('请先撤回');
    expect((await supersede(three, '--by', two)).err).toContain('依次相接');
    expect((await supersede(one, '--undo')).code).toBe(0);
  });

  it('says what was searched where nothing stands there to the letter', async () => {
    expect((await suzhang('search', '纾困标记')).err).toMatch(/没有逐字的，按.*共/);
    expect((await suzhang('search', '纾困')).err).toMatch(/^共/);
  });

  it('leaves a whole file or none, and refuses conditions that a list of reports does not heed', async () => {
    const [gone, small] = [room.path('nowhere', 'out.csv'), room.path('small.csv')];
    expect((await suzhang('export', '--out', gone)).err).toContain(`文件 ${gone} 无法建立`);
    const full = await run(['export', '--format', 'ndjson', '--out', small, '--data', room.path('data')], {
      before: "trap '' XFSZ; ulimit -f 40",
    });
    expect([full.code, full.err]).toEqual([1, expect.stringContaining('没有留下文件')]);
    expect([existsSync(small), readdirSync(room.path()).filter((name) => name.endsWith('.tmp'))]).toEqual([false, []]);
    expect((await suzhang('export', '--reports', '--year', '2023')).code).toBe(2);
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

  it('ends quietly when nobody reads on', async () => {
    const ended = await run(['doctor', '--data', room.path('data')], { before: 'exec 1> >(head -c 1 > /dev/null)' });
    expect(ended.err).toBe('');
  });

  it('says that all is well with doctor', async () => {
    const ended = await suzhang('doctor', '--json');
    expect([ended.code, JSON.parse(ended.out).every((finding: { well: boolean }) => finding.well)]).toEqual([0, true]);
  });
});
