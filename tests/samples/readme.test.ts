import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGolds, readSample, samplesFolder } from './gold.ts';

const readme = readFileSync(join(samplesFolder, 'README.md'), 'utf8');
const files = readdirSync(samplesFolder).filter((name) => name.endsWith('.txt'));
const without = (text: string) => text.replace(/\s/g, '');

/** The rows of the table under a heading, cell by cell, without its head. */
function tableUnder(heading: string): string[][] {
  const part = readme.split(/^## /m).find((section) => section.startsWith(heading)) ?? '';
  return part
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    );
}

const cell = (row: readonly string[], at: number): string => row[at] ?? '';
const encodingOf = (file: string) => cell(tableUnder('文件').find((row) => row[0] === file) ?? [], 2).toLowerCase();
const linesFrom = (file: string, line: number) =>
  without(
    readSample(file, encodingOf(file))
      .split('\n')
      .slice(line - 1)
      .join('\n'),
  );

describe('samples/README.md', () => {
  const listed = tableUnder('文件');
  const planted = tableUnder('埋下的待核实项');
  const silent = tableUnder('应当保持沉默的地方');

  it('lists every sample and nothing else', () => {
    expect(listed.map((row) => row[0]).sort()).toEqual([...files].sort());
    expect(files.length).toBeGreaterThanOrEqual(9);
  });

  it.each(listed)('tells the size of %s in its encoding; as UTF-8 it has 20 to 60 KB', (file, bytes, encoding) => {
    expect(statSync(join(samplesFolder, file ?? '')).size).toBe(Number(bytes));
    const text = readSample(file ?? '', encoding?.toLowerCase());
    expect(Buffer.byteLength(text, 'utf8')).toBeGreaterThan(20_000);
    expect(Buffer.byteLength(text, 'utf8')).toBeLessThan(61_440);
    expect(text).not.toContain('\uFFFD');
    expect(text).not.toContain('\r');
  });

  it('has one sample that is not UTF-8', () => {
    const others = listed.filter((row) => row[2] !== 'UTF-8').map((row) => cell(row, 0));
    expect(others).toHaveLength(1);
    expect(() => readSample(others[0] ?? '', 'utf-8')).toThrow();
  });

  it.each(planted)('finds %s in %s at line %s', (_id, file, line, quote) => {
    expect(linesFrom(file ?? '', Number(line))).toContain(without(quote ?? '-'));
    const own = without(readSample(file ?? '', encodingOf(file ?? '')).split('\n')[Number(line) - 1] ?? '');
    expect(own).not.toBe('');
    expect(linesFrom(file ?? '', Number(line)).indexOf(without(quote ?? '-'))).toBeLessThan(own.length);
  });

  it('counts about fifteen planted contradictions or more, of every kind, each with its arithmetic', () => {
    expect(planted.length).toBeGreaterThanOrEqual(15);
    const kinds = ['garbled', 'name', 'percent', 'sum', 'table-vs-text', 'typo', 'unit', 'year'];
    expect([...new Set(planted.map((row) => cell(row, 4)))].sort()).toEqual(kinds);
    expect(planted.filter((row) => cell(row, 6) === '')).toEqual([]);
    expect(readme).toContain(`共 ${planted.length} 项`);
  });

  it('lists what the gold of its reports calls an anomaly', () => {
    const inGold = readGolds().flatMap(({ gold }) => gold.anomalies.map((anomaly) => anomaly.id));
    expect(inGold.filter((id) => !planted.some((row) => row[0] === id))).toEqual([]);
  });

  it.each(silent)('names a line of %s that is there: %s', (file, line) => {
    expect(readSample(file ?? '', encodingOf(file ?? '')).split('\n').length).toBeGreaterThan(Number(line));
  });

  it('says that everything is invented', () => {
    expect(readme).toContain('全部是虚构的');
  });
});

describe('the samples', () => {
  it.each(files)('%s holds 纾困贷款贴息 and a body of 云川市', (file) => {
    const text = without(readSample(file, encodingOf(file)));
    expect(text).toContain('纾困贷款贴息');
    expect(text).toContain('云川市');
  });
});
