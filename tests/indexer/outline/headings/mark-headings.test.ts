import { describe, expect, it } from 'vitest';
import { outlineText } from '../../../../indexer/outline/outline-text.ts';

const headings = (text: string) => outlineText({ text, pages: null }).sections.map(({ level, title }) => `${level} ${title}`);

describe('markHeadings', () => {
  it('joins a title over several lines', () => {
    expect(headings('第三部分 云川市规划和自然资源局 2024 年度部门决算\n情况说明\n一、收入决算情况说明\n收入 1 万元。')).toEqual([
      '1 第三部分 云川市规划和自然资源局 2024 年度部门决算情况说明',
      '2 一、收入决算情况说明',
    ]);
    expect(headings('第三部分 云川市水务局2024年度部门决算情况\n\n说明\n\n一、收入决算情况说明\n收入 1 万元。')[0]).toBe(
      '1 第三部分 云川市水务局2024年度部门决算情况说明',
    );
    expect(headings('第一部分\n\n\n云川市水务局概况\n\n一、主要职能\n本局负责供水。')).toEqual([
      '1 第一部分 云川市水务局概况',
      '2 一、主要职能',
    ]);
  });

  it('parts a heading from the paragraph on its line', () => {
    expect(headings('（一）绩效评价结果应用情况。本局已把结果用于编制预算。')).toEqual(['3 （一）绩效评价结果应用情况']);
    expect(headings('三、支出决算情况说明2024年度支出合计 9 万元。')).toEqual(['2 三、支出决算情况说明']);
    expect(headings('第三部分 部门决算情况说明 一、收入决算情况说明\n收入 1 万元。')).toEqual([
      '1 第三部分 部门决算情况说明',
      '2 一、收入决算情况说明',
    ]);
  });

  it('joins an unknown title that the column cut, but no paragraph', () => {
    const prose =
      '本局按照年初计划组织巡查河道，处置险情若干，并且完\n成其余各项任务，确保了安全度汛，没有发生任何事故，\n同时推广节水器具。\n'.repeat(
        6,
      );
    expect(headings(`${prose}二、2024年度云川市青江区水务局河湖管护补助资金绩效评\n价结果\n${prose}`)).toEqual([
      '2 二、2024年度云川市青江区水务局河湖管护补助资金绩效评价结果',
    ]);
    expect(headings(`${prose}二、组织全区河道巡查和水库调度工作并且定期通报巡查的\n结果。\n${prose}`)).toEqual([]);
  });

  it('reads headings set in bold marks', () => {
    const text = '**一、收入决算情况说明**\n收入 1 万元。';
    expect(outlineText({ text, pages: null }).sections).toMatchObject([
      { title: '一、收入决算情况说明', level: 2, start: 2, headingEnd: 12 },
    ]);
  });

  it('leaves rows of tables and lists alone', () => {
    expect(headings('一、一般公共预算财政拨款收入\t1\t9.00\n二、政府性基金\t2\t')).toEqual([]);
    expect(headings('一、一般公共服务支出\n二、外交支出\n三、国防支出\n12.00\n四、公共安全支出\n')).toEqual([]);
    expect(headings('二、外交支出           28           0.00')).toEqual([]);
    expect(headings('一、加强领导，压实责任，确保完成任务。\n二、加强协调，形成合力。')).toEqual([]);
  });

  it('reads unknown titles by their number and the text under them', () => {
    expect(headings('一、水旱灾害防御\n本局组织巡查河道三十次，处置险情两起。\n二、节水型社会\n本局推广节水器具，完成年度任务。')).toEqual([
      '2 一、水旱灾害防御',
      '2 二、节水型社会',
    ]);
  });

  it('does not take a title printed again on the next page for a new heading', () => {
    expect(headings('收入决算表\n公开02表\n201\t公共服务\t1.00\n收入决算表\n202\t外交\t1.00')).toEqual(['6 收入决算表']);
  });

  it('places a chapter whose first was lost beside the title without number', () => {
    const { pieces } = outlineText({
      text: '第四部分 其他需要说明的情况\n重点工作开展情况综述\n本局完成了全年的各项任务。\n二、重点工作完成情况表\n本局无此表，特此说明一下。',
      pages: null,
    });
    expect(pieces.at(-1)).toMatchObject({ path: ['第四部分 其他需要说明的情况', '二、重点工作完成情况表'] });
  });
});
