import { z } from 'zod';

/** The facet 章节: what a section is about. */
export const categories = [
  '部门概况',
  '决算表',
  '收支总体',
  '收入',
  '支出',
  '财政拨款总体',
  '一般公共预算支出',
  '基本支出',
  '政府性基金',
  '国有资本经营',
  '“三公”经费',
  '机关运行经费',
  '政府采购',
  '国有资产',
  '预算绩效',
  '转移支付',
  '重点工作',
  '名词解释',
  '附件绩效',
  '其他',
] as const;
export const categorySchema = z.enum(categories);
export type Category = z.infer<typeof categorySchema>;
