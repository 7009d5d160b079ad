import { describe, expect, it } from 'vitest';
import { splitLines } from '../../../../indexer/outline/line.ts';
import { markPrinted } from '../../../../indexer/outline/mark-printed.ts';
import { printedText } from '../../../../indexer/outline/marked-line.ts';
import { markPageNumbers } from '../../../../indexer/outline/noise/page-numbers.ts';
import type { Span } from '../../../../src/model/span.ts';

const pageNumbers = (text: string, pages: readonly Span[] | null = null) =>
  markPageNumbers(markPrinted(splitLines(text), text), pages)
    .filter(({ role }) => role.kind === 'noise')
    .map(printedText);
const page = '本局按照年初计划完成了各项工作。\n'.repeat(20);

describe('markPageNumbers', () => {
  it('takes lone numbers that rise at the distance of pages', () => {
    expect(pageNumbers(`${page}7\n${page}8\n${page}${page}10\n`)).toEqual(['7', '8', '10']);
  });

  it('leaves a value that stands alone several times', () => {
    expect(pageNumbers(`${page}7\n${page}8\n20\n${page}9\n20\n${page}20`)).toEqual(['7', '8', '9']);
  });

  it('leaves numbers that stand too close or too far, and too few of them', () => {
    expect(pageNumbers('1\n甲\n2\n乙\n3\n丙\n4\n丁')).toEqual([]);
    expect(pageNumbers(`${page}7\n${page}8\n`)).toEqual([]);
    expect(pageNumbers(`${page.repeat(30)}1\n${page}2\n${page}3\n`)).toEqual([]);
  });

  it('takes numbers in full width, and leaves ① and ², which number something else', () => {
    const numbered = (marks: string) => pageNumbers([...marks].map((mark) => `${page}${mark}\n`).join(''));
    expect(numbered('７８９')).toEqual(['７', '８', '９']);
    expect(numbered('①②③④')).toEqual([]);
    expect(numbered('²³⁴⁵')).toEqual([]);
  });

  it('takes —3— and 第3页 where they rise', () => {
    expect(pageNumbers('甲\n— 1 —\n乙\n— 2 —\n丙\n第 3 页\n')).toEqual(['— 1 —', '— 2 —', '第 3 页']);
    expect(pageNumbers('甲\n— 1 —\n乙')).toEqual([]);
    expect(pageNumbers('甲\n—１—\n乙\n—２—\n丙')).toEqual(['—１—', '—２—']);
  });

  it('takes numbers that interrupt prose on page after page, though cells of tables bear the same', () => {
    const cells = (from: number) => Array.from({ length: 9 }, (_, n) => `${from + n}\n`).join('');
    const text = Array.from({ length: 9 }, (_, n) => `${page}${n + 1}\n`).join('');
    expect(pageNumbers(text + page + cells(1) + cells(4))).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });

  it('leaves a row of cells that rises at the distance of pages, and of two lines that could be one page both', () => {
    const cells = Array.from({ length: 9 }, (_, n) => `${n + 1}\n${'支出\n'.repeat(50)}${n + 1}\n`).join('');
    expect(pageNumbers(cells)).toEqual([]);
    const twice = Array.from({ length: 9 }, (_, n) => `${page}${n + 1}\n${n === 4 ? `${page.slice(0, 136)}5\n` : ''}`).join('');
    expect(pageNumbers(twice)).toEqual(['1', '2', '3', '4', '6', '7', '8', '9']);
  });

  it('takes 3/40 where such numbers rise to one end', () => {
    expect(pageNumbers('甲\n1/3\n乙\n2/3\n丙\n3/3\n')).toEqual(['1/3', '2/3', '3/3']);
    expect(pageNumbers('甲\n1/3\n乙\n1/3\n丙\n2/4\n')).toEqual([]);
  });

  it('takes the numbers at the ends of pages and leaves those inside', () => {
    expect(pageNumbers(...inPages(['甲\n1\n乙\n1', '丙\n9\n丁\n2', '戊\n3']))).toEqual(['1', '2', '3']);
  });

  it('leaves cells at the ends of a few pages of many that happen to rise as pages do', () => {
    const bare = (count: number) => Array.from({ length: count }, () => '甲\n乙');
    expect(pageNumbers(...inPages(['甲\n7', ...bare(9), '甲\n17', ...bare(9), '甲\n27']))).toEqual([]);
    expect(pageNumbers(...inPages(['甲\n7', ...bare(9), '甲\n17', ...bare(9)]))).toEqual([]);
  });
});

/** One text of the pages, and where each lies in it. */
function inPages(texts: readonly string[]): [text: string, pages: readonly Span[]] {
  let start = 0;
  const pages = texts.map((one) => {
    const range = { start, end: start + one.length + 1 };
    start = range.end;
    return range;
  });
  return [texts.join('\n'), pages];
}
