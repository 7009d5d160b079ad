import { expect, it } from 'vitest';
import { outlineText } from '../../../../indexer/outline/outline-text.ts';

const noise = (texts: readonly string[]) => {
  let start = 0;
  const pages = texts.map((one) => {
    const range = { start, end: start + one.length + 1 };
    start = range.end;
    return range;
  });
  const text = `${texts.join('\n')}\n`;
  const { pieces } = outlineText({ text, pages });
  return pieces.filter((piece) => piece.kind === 'noise').flatMap(({ spans }) => spans.map((span) => text.slice(span.start, span.end)));
};

it('takes the line at the top of most pages and the number below', () => {
  const page = (number: number, words: string) => `云川市水务局部门决算公开\n${words}\n第 ${number} 页`;
  expect(noise([page(1, '本局负责供水。'), page(2, '本局负责排水。'), page(3, '本局负责节水。')])).toEqual([
    '云川市水务局部门决算公开',
    '第 1 页',
    '云川市水务局部门决算公开',
    '第 2 页',
    '云川市水务局部门决算公开',
    '第 3 页',
  ]);
});

it('leaves the title that a table prints on each of its pages', () => {
  const table = '收入支出决算总表\n201\t公共服务\t1.00';
  expect(noise(['第一页的文字在此。', table, table, table, '其后的文字在此。', '又一页的文字。', '最后一页的文字。'])).toEqual([]);
});

it('leaves titles, units, heads and rows of tables, of which most pages of a report may bear the same', () => {
  const table = ['支出决算表', '部门：云川市水务局    金额单位：万元', '科目编码  科目名称  本年支出合计', '2210201  住房公积金  12.00'];
  const pages = [1, 2, 3].map((number) => [...table, `第 ${number} 页`].join('\n'));
  expect(noise(['云川市水务局负责供水。', ...pages])).toEqual(['第 1 页', '第 2 页', '第 3 页']);
});
