import { z } from 'zod';
import { header, listSize, many, measures, oneOf, page } from './parameters.ts';
import { reportParameters, searchParameters } from './search-parameters.ts';

const sorts = ['source', 'value', '-value'] as const;
const { category, kind, table, code } = searchParameters.shape;

const amount = (what: string, example: string) =>
  z
    .string()
    .optional()
    .meta({ description: `${what}，单位元或带单位，减少为负`, example });

const factFilters = {
  ...reportParameters,
  category,
  kind,
  table,
  code,
  subject: many.meta({ description: '科目的编码或名称，含其下全部', example: ['科学技术支出'] }),
  item: many.meta({ description: '科目、项目或数字的名称（全称），如 住房公积金、收入总计', example: ['公务接待费'] }),
  measure: measures.meta({ description: '指标；可重复' }),
  period: many.meta({ description: '数字所属的年度；空值为未载明', example: ['2023'] }),
  min: amount('金额下限', '-100万元'),
  max: amount('金额上限', '1.2亿'),
  sort: z
    .enum(sorts, oneOf(sorts))
    .default('source')
    .meta({ description: 'source：报告顺序；value、-value：金额从小、从大，其后是非金额的数' }),
};

export const factListParameters = z.object({
  ...factFilters,
  page,
  size: listSize,
});

/** A file holds every fact, so there are no pages. */
export const factFileParameters = z.object({ ...factFilters, header });
