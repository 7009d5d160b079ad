import { z } from 'zod';
import { type CompareRequest, compareConditions, compareSorts } from '../../src/compare/compare-request.ts';
import { SUBJECT_CODE } from '../../src/subjects/subject.ts';
import { header, listSize, many, oneOf, page } from './parameters.ts';
import { reportParameters } from './search-parameters.ts';

/** The parameters of GET /api/compare and of the page /compare, as they stand in a URL. */
const compared = z.object({
  code: z
    .string()
    .trim()
    .regex(SUBJECT_CODE, { error: '须为 3、5 或 7 位科目编码' })
    .optional()
    .meta({ description: '科目编码，只比这一个科目', example: '2210201' }),
  item: z.string().optional().meta({ description: '科目、项目或数字的名称', example: '公务接待费' }),
  match: z.enum(['exact', 'contains']).default('exact').meta({ description: 'contains：含有 item 的全部名称，choices 列出可选的' }),
  ...reportParameters,
  period: many.meta({ description: '数字所属的年度；空值为未载明', example: ['2023'] }),
  slice: z.string().optional().meta({ description: '只列一种口径：资金、收支、部分都相同的数字（见 slices）' }),
  where: z.enum(compareConditions, oneOf(compareConditions)).optional().meta({ description: '只列决算大于（小于、等于）预算的' }),
  sort: z
    .enum(compareSorts, oneOf(compareSorts))
    .default('source')
    .meta({ description: '同一口径内的次序：报告顺序、部门、年度、决算、增减额（difference）、完成率（rate）' }),
});

export const compareParameters = compared.extend({
  page,
  size: listSize,
}) satisfies z.ZodType<CompareRequest>;

/** A file holds every entry, so there are no pages. */
export const compareFileParameters = compared.extend({ header });
