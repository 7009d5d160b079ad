import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLines } from '../../../indexer/outline/line.ts';
import { markPrinted } from '../../../indexer/outline/mark-printed.ts';
import { type Heading, isPlain, type MarkedLine } from '../../../indexer/outline/marked-line.ts';
import { printedWithout } from '../../../indexer/outline/printed.ts';
import { readTables, type TablesRead } from '../../../indexer/tables/read-tables.ts';

/** Lines whose roles are simple: blank, a title of a table, plain. */
function marked(text: string): MarkedLine[] {
  return markPrinted(splitLines(text), text).map((line) => {
    const title = line.text.trim();
    if (!isPlain(line) || title.includes('\t') || !/^[^\s]{2,30}表$/.test(title)) return line;
    const heading: Heading = { level: 4, rank: 60, kind: 'table-title', title, start: line.start, end: line.end };
    return { ...line, role: { kind: 'heading', heading } };
  });
}

/** The pieces tile the printed characters of the lines that the tables took, begin and end on printed ones, and rows lie within their cells. */
function expectTiling(text: string, lines: readonly MarkedLine[], read: TablesRead): void {
  const spans = read.pieces.flatMap((piece) => piece.spans).sort((a, b) => a.start - b.start);
  let end = 0;
  for (const span of spans) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(printedWithout(text, span, [])).toEqual([span]);
    end = span.end;
  }
  const own = [...read.lines].flatMap((at) =>
    lines[at] === undefined ? [] : printedWithout(text, lines[at], spans.length === 0 ? [] : spans),
  );
  expect(own).toEqual([]);
  const printed = [...read.lines].reduce((sum, at) => sum + (lines[at]?.text.replace(/\s/g, '').length ?? 0), 0);
  expect(spans.reduce((sum, span) => sum + text.slice(span.start, span.end).replace(/\s/g, '').length, 0)).toBe(printed);
}

const cell = fc.constantFrom(
  '',
  '',
  '201',
  '06',
  '2010301',
  '合 计',
  '一、收入',
  '行政运行',
  '1,234.50',
  '0',
  '12',
  '98.5%',
  '-',
  '#REF!',
  '1, 4',
  '单位：万元',
  '项目',
  '科目编码',
  '预算数',
  '执行数',
  '得分',
  '一级指标',
  '指标名称',
  '数量指标',
  '栏次',
  '1',
  '2',
  '支出决算表',
  '公开03表',
  '注：',
  '5万元',
  '。',
  '（',
  '\u3000',
);
const line = fc.tuple(fc.array(cell, { maxLength: 9 }), fc.constantFrom('\t', '\t', ' ', '   ')).map(([cells, gap]) => cells.join(gap));
const document = fc.tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\n\n', '\r\n')).map(([lines, end]) => lines.join(end));

describe('tables of any text', () => {
  it('are read without throwing, their pieces tile their lines', () => {
    fc.assert(
      fc.property(document, (text) => {
        const lines = marked(text);
        expectTiling(text, lines, readTables(lines, text));
      }),
      { seed: 11, numRuns: 600 },
    );
  });

  it('have cells that are slices of the text, and exact values', () => {
    fc.assert(
      fc.property(document, (text) => {
        const lines = marked(text);
        for (const piece of readTables(lines, text).pieces) {
          if (piece.kind !== 'row') continue;
          for (const { start, end, text: own, value } of piece.row?.cells ?? []) {
            expect(text.slice(start, end).replace(/\s/g, '')).toBe(own.replace(/\s/g, ''));
            if (value !== null) expect(value).toMatch(/^-?\d+(\.\d+)?$/);
          }
        }
      }),
      { seed: 12, numRuns: 300 },
    );
  });
});

describe('tables of no sensible size', () => {
  const wide = Array.from({ length: 10_000 }, (_, at) => `${at}.5`).join('\t');
  it.each([
    ['10,000 columns', `支出决算表\n单位：元\n${'科目\t'.repeat(10_000)}\n${`${wide}\n`.repeat(20)}`, 'table-too-wide'],
    ['a cell of 1 MB', `支出决算表\n单位：元\n科目编码\t科目名称\t合计\n201\t${'长'.repeat(1_000_000)}\t5\n`, null],
    ['a line of TABs', `支出决算表\n单位：元\n科目编码\t科目名称\t合计\n${'\t'.repeat(100_000)}\n201\t甲\t5\n`, null],
    ['30,000 rows', `支出决算表\n单位：元\n科目编码\t科目名称\t合计\n${'201\t一般公共服务支出\t5\n'.repeat(30_000)}`, null],
    ['names without end', `支出决算表\n单位：元\n科目编码\t科目名称\t合计\n${'\t甲\t\n'.repeat(20_000)}`, null],
    ['100,000 words a line', `支出决算表\n单位：元\n${'项目 '.repeat(100_000)}\n${'合 计 '.repeat(50_000)}\n`, null],
    ['digits and commas', `支出决算表\n单位：元\n项目\t合计\n甲\t${'1,'.repeat(50_000)}\n乙\t${'9'.repeat(100_000)}\n`, null],
    ['brackets', `支出决算表\n单位：元\n${'（（（'.repeat(30_000)}\t合计\n甲\t1\n`, null],
    ['captions', `${'单位：元\n'.repeat(20_000)}项目\t合计\n甲\t1\n`, null],
    ['titles', '支出决算表\n'.repeat(20_000), null],
  ])('are done in time: %s', (_, text, issue) => {
    const lines = marked(text);
    const before = performance.now();
    const read = readTables(lines, text);
    expect(performance.now() - before).toBeLessThan(10_000);
    if (issue !== null) expect(read.issues.map(({ kind }) => kind)).toContain(issue);
  });
});
