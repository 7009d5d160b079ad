import { describe, expect, it } from 'vitest';
import { outlineText } from '../../../../indexer/outline/outline-text.ts';

const contents = (text: string) =>
  outlineText({ text, pages: null })
    .pieces.filter((piece) => piece.kind === 'noise' && piece.noise === 'contents')
    .map((piece) => piece.spans.map(({ start, end }) => text.slice(start, end)).join('/'));

describe('markContents', () => {
  it('takes entries with dots, TABs and over two lines', () => {
    const text =
      '目 录\n\n第一部分 概 况 ······\t3\n一、主要职能 ······ 3\n第二部分 云川市水务局 2024 年度部门决\n算表 …… 7\n二、收入决算表\t8\n\n第一部分 概况\n一、主要职能\n';
    expect(contents(text)).toEqual([
      '目 录/第一部分 概 况 ······\t3/一、主要职能 ······ 3/第二部分 云川市水务局 2024 年度部门决/算表 …… 7/二、收入决算表\t8',
    ]);
  });

  it('ends entries without page numbers where the first comes again', () => {
    expect(
      contents('目录\n第一部分 概况\n一、主要职能\n第二部分 名词解释\n第一部分 云川市水务局概况\n一、主要职能\n本局负责供水。'),
    ).toEqual(['目录/第一部分 概况/一、主要职能/第二部分 名词解释']);
  });

  it('takes bullets and a title over two lines', () => {
    expect(contents('目\n\n录\n- 第一部分 概况\n- 第二部分 决算表\n\n本局负责供水。')).toEqual(['目/录/- 第一部分 概况/- 第二部分 决算表']);
  });

  it('ends entries with page numbers before a body in other words', () => {
    expect(contents('目录\n一、概况 …… 1\n二、收入 …… 2\n三、支出 …… 3\n第一部分 概况\n一、主要职能\n本局负责供水。')).toEqual([
      '目录/一、概况 …… 1/二、收入 …… 2/三、支出 …… 3',
    ]);
  });

  it('leaves prose and rows alone', () => {
    expect(contents('本局编制了目录。\n201\t公共服务\t3\n202\t外交\t4\n203\t国防\t5')).toEqual([]);
  });
});
