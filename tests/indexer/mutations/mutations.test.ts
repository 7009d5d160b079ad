import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { inGb18030 } from '../../support/gb18030.ts';
import { mutations } from './mutations.ts';
import { differences, type WhatIsRead, whatIsRead } from './what-is-read.ts';

const root = join(import.meta.dirname, '../../..');
/** One of each layout: tables parted by TABs in 元, tables printed one cell a line, printed lines parted by blank ones, a budget. */
const samples = [
  '云川市教育局2023年度部门决算.txt',
  '望江区农业农村局2023年度部门决算.txt',
  '望江区人民政府办公室2023年度部门决算.txt',
  '临溪区卫生健康局2024年部门综合预算.txt',
].map((file) => join(root, 'samples', file));
const shared = ['000_72c4af545a0d8c42.txt', '003_81fcf87bf650a710.txt'].map((file) => join(root, '../shared/reports', file));

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');

describe.each(samples)('%s', (path) => {
  itIsReadTheSame(path);

  it.each([
    ['GB18030', inGb18030],
    ['UTF-16', utf16],
  ])('is read the same in %s', async (_, encode) => {
    const text = readFileSync(path, 'utf8').replace(/[≥≤]/g, '=');
    expect(await whatIsRead(encode(text), 'x.txt')).toEqual(await whatIsRead(utf8(text), 'x.txt'));
  });
});

describe.each(shared)('%s', (path) => {
  if (existsSync(path)) itIsReadTheSame(path);
  else it.skip('is read the same however it is printed: ../shared is absent', () => {});
});

/** The same identity, sections, rows and facts, whatever the printing. A report that numbers its pages is not numbered again. */
function itIsReadTheSame(path: string): void {
  const text = readFileSync(path, 'utf8');
  let before: WhatIsRead | null = null;
  beforeAll(async () => {
    before = await whatIsRead(utf8(text), 'x.txt');
  });
  it.for(mutations)('is read the same with $name', async ({ apply, numbersPages }, { skip }) => {
    if (before === null) throw new Error('the report was not read');
    if (numbersPages && before.pageNumbers > 0) skip('its pages are numbered already');
    const after = await whatIsRead(utf8(apply(text)), 'x.txt');
    for (const part of ['identity', 'sections', 'rows', 'facts'] as const) expect(differences(before[part], after[part]), part).toEqual([]);
  });
}
