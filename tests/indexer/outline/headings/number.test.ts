import { expect, it } from 'vitest';
import { readLineNumber } from '../../../../indexer/outline/headings/number.ts';

it.each([
  ['第一部分 概况', 'part', 1],
  ['第 十二 部 分：附件', 'part', 12],
  ['一、收入', 'chapter', 1],
  ['二十一、其他', 'chapter', 21],
  ['（十四）完成任务', 'section', 14],
  ['(十) 科目', 'section', 10],
  ['1.2023 年度支出', 'item', 1],
  ['12．水费', 'item', 12],
  ['１２．水费', 'item', 12],
  ['（3）公务用车', 'subitem', 3],
])('reads the number of %j', (printed, form, value) => {
  expect(readLineNumber(printed)).toMatchObject({ form, value });
});

it.each(['3.1万元', '2023年度', '一般公共服务', '（类）', '万元', ''])('finds no number in %j', (printed) => {
  expect(readLineNumber(printed)).toBeNull();
});
