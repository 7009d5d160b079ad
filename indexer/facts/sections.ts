import type { Category } from '../../src/model/category.ts';
import type { Prose } from './prose.ts';

/** Is the passage in a section of one of the categories, or in one whose title does not tell? Tables, duties and glossaries never state figures of their own. */
export const speaksOf = ({ document: { category } }: Prose, ...categories: readonly Category[]): boolean =>
  category === null || category === '其他' || categories.includes(category);

/** Sections that explain income and expenditure. */
export const accountSections: readonly Category[] = [
  '收支总体',
  '收入',
  '支出',
  '财政拨款总体',
  '一般公共预算支出',
  '基本支出',
  '政府性基金',
  '国有资本经营',
];
