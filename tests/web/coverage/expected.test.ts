import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExpected } from '../../../web/coverage/expected.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suzhang-expected-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = async (text: string) => {
  const path = join(folder, 'expected.csv');
  await writeFile(path, text);
  return readExpected(path);
};

describe('the list of what is expected', () => {
  it('is empty where there is no file', async () => {
    expect(await readExpected(join(folder, 'nowhere.csv'))).toEqual({ reports: [], problems: [] });
  });

  it('reads lines, with or without the name of a file, after a byte order mark', async () => {
    expect(await read('\uFEFFdepartment,year,kind,file\n云川市教育局,2023,预算,a.pdf\n云川市教育局, 2024 ,决算,\n')).toEqual({
      reports: [
        { department: '云川市教育局', year: 2023, kind: '预算', file: 'a.pdf' },
        { department: '云川市教育局', year: 2024, kind: '决算', file: null },
      ],
      problems: [],
    });
  });

  it('names the lines that it cannot read and keeps the others', async () => {
    const { reports, problems } = await read('department,year,kind\n云川市教育局,今年,预算\n,2023,草案\n云川市档案馆,2023,决算\n');
    expect(reports.map(({ department }) => department)).toEqual(['云川市档案馆']);
    expect(problems).toEqual(['第 2 行：年度须为四位数字', '第 3 行：缺少部门全称；种类须为决算或预算']);
  });

  it('says that something is no CSV', async () => {
    expect((await read('a,b\n"open')).problems[0]).toMatch(/^无法读作 CSV/);
  });
});
