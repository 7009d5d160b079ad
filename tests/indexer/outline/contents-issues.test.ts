import { expect, it } from 'vitest';
import { outlineText } from '../../../indexer/outline/outline-text.ts';

const contents = ['目 录', '第一部分 部门概况………………1', '一、主要职能…………………1', '二、收入决算表…………………3', '三、政府采购情况说明………4'].join(
  '\n',
);
const body = [
  '第一部分 云川市教育局2023年度部门概况',
  '（一）主要职能',
  '本部门负责全市教育工作的规划与管理，指导各级各类学校。',
  '一、收入决算表',
  '本表没有数据。',
].join('\n');
const read = (text: string) => outlineText({ text, pages: null }).issues.filter(({ kind }) => kind === 'contents-mismatch');

it('names an entry of the contents that no heading of the body bears, with its place', () => {
  const text = `${contents}\n\n${body}\n`;
  const issues = read(text);
  expect(issues.map(({ message, at }) => [message, text.slice(at?.start, at?.end)])).toEqual([
    ['目录中的条目在正文里没有同名标题：三、政府采购情况说明', '三、政府采购情况说明………4'],
  ]);
});

it('does not mind another number, body or year', () => {
  const known = contents.split('\n').slice(0, -1).join('\n');
  expect(read(`${known}\n\n${body}\n`)).toEqual([]);
});
