import { expect, it } from 'vitest';
import { categoryOf } from '../../../../indexer/outline/headings/category.ts';

it.each([
  ['第一部分 云川市水务局概况', '部门概况'],
  ['一、收入支出决算总体情况说明', '收支总体'],
  ['二、2024年度收入决算情况说明', '收入'],
  ['三、支出决算表', '决算表'],
  ['七、一般公共预算财政拨款“三公”经费支出决算情况说明', '“三公”经费'],
  ['（一）机关运行经费支出情况', '机关运行经费'],
  ['十一、政府采购支出说明', '政府采购'],
  ['第六部分 附件', '附件绩效'],
  ['2024年度河道清淤项目自评表', '附件绩效'],
  ['第五部分 名词解释', '名词解释'],
  ['水旱灾害防御', null],
])('gives %j its category', (title, category) => {
  expect(categoryOf(title)).toBe(category);
});
